package io.penstock.app.command.option;

import io.penstock.app.client.DocumentName;
import io.penstock.app.client.ScanFiles;
import io.penstock.app.client.StandardInput;
import io.penstock.schema.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that say what the scans are. */
public final class DocumentOptions {

    @Option(names = "--form", paramLabel = "NAME", description = "Every scan is this form; otherwise it is identified.")
    private String form;

    @Option(names = "--as", paramLabel = "KIND",
        description = "Every image is one field of this kind and no form: zip, amount, integer, date, routing, account, digits.")
    private String kind;

    /** Returns the form that was named. */
    public Optional<String> form() {
        return Optional.ofNullable(form);
    }

    /** Returns the headers of each document's record. */
    public Map<String, String> headers() {
        if (form != null && kind != null) {
            throw CommandFailure.badArguments("--form and --as exclude each other: an image is a form or one field");
        }
        Map<String, String> headers = new TreeMap<>();
        if (form != null) {
            headers.put("form", form);
        }
        if (kind != null) {
            if (!kinds().contains(kind.toLowerCase(Locale.ROOT))) {
                throw CommandFailure.badArguments("there is no kind " + kind + ": " + String.join(", ", kinds()));
            }
            headers.put("kind", kind.toLowerCase(Locale.ROOT));
        }
        return headers;
    }

    /** Returns the names of all kinds. */
    public static List<String> kinds() {
        return Arrays.stream(FieldKind.values()).filter(kind -> kind != FieldKind.UNKNOWN)
            .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** Returns the scans in files and folders, and on standard input where {@code -} is named; says on stderr what was skipped. */
    public ScanFiles scans(List<Path> named) throws IOException {
        List<Path> paths = new ArrayList<>(named);
        if (paths.contains(StandardInput.NAME)) {
            Path kept = StandardInput.keep(System.in);
            paths.replaceAll(path -> path.equals(StandardInput.NAME) ? kept : path);
        }
        for (Path path : paths) {
            if (!Files.exists(path) && !DocumentName.isText(path.toString())) {
                throw CommandFailure.badArguments("NAME_UNREADABLE: the name " + path + " is no text in this system's encoding ("
                    + System.getProperty("sun.jnu.encoding") + "): set LC_ALL=C.UTF-8, or name its folder");
            }
            if (!Files.exists(path)) {
                throw CommandFailure.badArguments("there is no file or folder " + path);
            }
        }
        ScanFiles found = ScanFiles.among(paths);
        found.skipped().forEach(file -> System.err.println("penstock: skipped " + file + ": no scan by its name"));
        if (found.scans().isEmpty()) {
            throw CommandFailure.badArguments("there is no scan (.pdf .tif .tiff .png .jpg .jpeg) in " + named);
        }
        return found;
    }
}
