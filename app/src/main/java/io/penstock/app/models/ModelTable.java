package io.penstock.app.models;

import io.penstock.app.models.ModelListing.EnsembleLine;
import io.penstock.app.models.ModelListing.NetworkLine;
import java.io.PrintStream;
import java.util.Locale;

/** Prints a listing as two tables for people: networks, ensembles. */
public final class ModelTable {

    private static final String NETWORK = "%-14s %-14s %7s %11s %9s %8s %8s  %s";
    private static final String ENSEMBLE = "%-14s %-24s %8s %-26s %11s %8s %8s";

    private ModelTable() {
    }

    /** Prints a listing. */
    public static void print(ModelListing listing, PrintStream out) {
        line(out, NETWORK, "NETWORK", "ARCHITECTURE", "CLASSES", "PARAMETERS", "FILE", "VALID %", "TEST %", "ENSEMBLES");
        for (NetworkLine network : listing.networks()) {
            line(out, NETWORK, network.hash(), network.architecture(), network.classes(), grouped(network.parameters()),
                kilobytes(network.bytes()), percent(network.validationAccuracy()), percent(network.testAccuracy()),
                String.join(" ", network.ensembles()));
        }
        out.println();
        line(out, ENSEMBLE, "ENSEMBLE", "VERSION", "MEMBERS", "GATE", "TEMPERATURE", "VALID %", "TEST %");
        for (EnsembleLine ensemble : listing.ensembles()) {
            line(out, ENSEMBLE, ensemble.name(), ensemble.version(), ensemble.members().size(), gate(ensemble),
                String.format(Locale.ROOT, "%.3f", ensemble.scaling().temperature()), percent(ensemble.validationAccuracy()),
                percent(ensemble.testAccuracy()));
        }
    }

    static String grouped(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String kilobytes(long bytes) {
        return grouped(Math.round(bytes / 1000.0)) + " kB";
    }

    private static String gate(EnsembleLine ensemble) {
        return ensemble.gate() == null ? "-"
            : String.format(Locale.ROOT, "%s from %.4f", ensemble.gate().model(), ensemble.gate().accept());
    }

    private static String percent(Double share) {
        return share == null ? "-" : String.format(Locale.ROOT, "%.2f", 100 * share);
    }

    private static void line(PrintStream out, String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values).stripTrailing());
    }
}
