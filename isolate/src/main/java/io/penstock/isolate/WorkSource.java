package io.penstock.isolate;

import java.util.Map;

/** Where work comes from. For work in child processes it is a public class with a public constructor without parameters. */
@FunctionalInterface
public interface WorkSource {

    /**
     * Starts work: loads what it needs.
     *
     * @param setup settings and whatever else the work stands on; work is started anew when it changes
     * @throws Exception where that is not possible: the installation or the settings are at fault, never an input
     */
    Work start(Map<String, String> setup) throws Exception;
}
