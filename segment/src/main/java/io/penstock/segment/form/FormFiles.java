package io.penstock.segment.form;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Form definitions in files: one file, or every {@code .yaml} and {@code .yml} of a folder by name. */
public final class FormFiles {

    private final FormParser parser = new FormParser();

    /**
     * A definition and its text.
     *
     * @param form the definition
     * @param yaml the text it was parsed from
     */
    public record FormFile(FormDefinition form, String yaml) {
    }

    /**
     * Reads definitions.
     *
     * @param path a file or a folder
     * @throws IOException          where it cannot be read
     * @throws InvalidFormException where a definition cannot be used; lists the problems of all files
     */
    public List<FormFile> read(Path path) throws IOException, InvalidFormException {
        List<FormFile> forms = new ArrayList<>();
        List<FormProblem> problems = new ArrayList<>();
        for (Path file : files(path)) {
            String yaml = Files.readString(file);
            try {
                forms.add(new FormFile(parser.parse(file.toString(), yaml), yaml));
            } catch (InvalidFormException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidFormException(problems);
        }
        return forms;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".yaml") || file.toString().endsWith(".yml")).sorted().toList();
        }
    }
}
