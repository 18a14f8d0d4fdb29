package io.penstock.app.command.option;

import java.nio.file.Path;

/** Where Penstock is installed; the launcher says it in a system property. */
final class Home {

    private Home() {
    }

    /** Returns a path below the installation; below the working folder where the launcher said nothing. */
    static Path resolve(String path) {
        return Path.of(System.getProperty("penstock.home", "")).resolve(path);
    }
}
