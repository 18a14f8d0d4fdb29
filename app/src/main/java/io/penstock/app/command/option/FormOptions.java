package io.penstock.app.command.option;

import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that says where form definitions are. */
public final class FormOptions {

    @Option(names = "--forms", paramLabel = "DIR_OR_FILE", description = "Form definitions; may be repeated; default: those that ship.")
    private List<Path> places = new ArrayList<>();

    /** Returns where definitions are looked for. */
    List<Path> places() {
        List<Path> chosen = places.isEmpty() ? List.of(Home.resolve("forms")) : places;
        for (Path place : chosen) {
            if (!Files.exists(place)) {
                throw CommandFailure.badArguments("there is no form definition or folder " + place);
            }
        }
        return chosen;
    }

    /** Returns all definitions; {@code form}, where given, must be among them. */
    public List<FormFile> read(Optional<String> form) throws IOException {
        try {
            List<FormFile> files = FormFiles.read(places());
            form.ifPresent(name -> check(name, files));
            return files;
        } catch (InvalidFormException e) {
            throw CommandFailure.badArguments(e.getMessage());
        }
    }

    /** Returns the definitions with these names, each of which must be there; all where {@code names} is null. */
    public List<FormFile> readAll(List<String> names) throws IOException {
        List<FormFile> files = read(Optional.empty());
        if (names == null) {
            return files;
        }
        names.forEach(name -> check(name, files));
        return files.stream().filter(file -> names.contains(file.definition().name())).toList();
    }

    private static void check(String name, List<FormFile> files) {
        List<String> known = files.stream().map(file -> file.definition().name()).toList();
        if (!known.contains(name)) {
            throw CommandFailure.badArguments("there is no form " + name + " among " + known);
        }
    }
}
