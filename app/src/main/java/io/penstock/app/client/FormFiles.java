package io.penstock.app.client;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Finds form definitions in files and folders. */
public final class FormFiles {

    private FormFiles() {
    }

    /**
     * A form definition with the text it was read from.
     *
     * @param file       where it lies
     * @param yaml       its text: what is published
     * @param definition what the text says
     */
    public record FormFile(Path file, String yaml, FormDefinition definition) {
    }

    /**
     * Reads every definition: files that are named, and those of folders that end in {@code .yaml} or {@code .yml}.
     *
     * @throws IOException          where a file can't be read
     * @throws InvalidFormException where a definition can't be used
     */
    public static List<FormFile> read(Collection<Path> paths) throws IOException, InvalidFormException {
        FormParser parser = new FormParser();
        List<FormFile> forms = new ArrayList<>();
        for (Path file : files(paths)) {
            String yaml = Files.readString(file);
            forms.add(new FormFile(file, yaml, parser.parse(file.toString(), yaml)));
        }
        return forms;
    }

    /** Returns the files of definitions, without reading them. */
    public static List<Path> files(Collection<Path> paths) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path);
                continue;
            }
            try (Stream<Path> list = Files.list(path)) {
                list.filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
