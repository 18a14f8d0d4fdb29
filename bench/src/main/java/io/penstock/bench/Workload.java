package io.penstock.bench;

import io.penstock.app.client.FormFiles;
import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.client.ScanFile;
import io.penstock.app.client.ScanFiles;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.InvalidFormException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What is read: documents in memory and the registered forms.
 *
 * @param documents at least one
 * @param forms     definitions with their texts
 */
record Workload(List<Document> documents, List<FormFile> forms) {

    /**
     * A document.
     *
     * @param id    unique in its round
     * @param bytes the scan; not to be changed
     */
    record Document(String id, byte[] bytes) {
    }

    /** Reads scans and form definitions from files and folders. */
    static Workload read(List<Path> scans, List<Path> forms) throws IOException {
        List<Document> documents = new ArrayList<>();
        for (ScanFile scan : ScanFiles.among(scans).scans()) {
            documents.add(new Document(scan.document(), Files.readAllBytes(scan.path())));
        }
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("no scans in " + scans);
        }
        try {
            return new Workload(documents, FormFiles.read(forms));
        } catch (InvalidFormException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Returns the documents several times over, one after the other, each copy under an id of its own. */
    List<Document> repeated(String round, int times) {
        List<Document> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            for (Document document : documents) {
                all.add(new Document(round + "-" + i + "-" + document.id, document.bytes));
            }
        }
        return all;
    }

    /** Returns the parsed definitions. */
    List<FormDefinition> definitions() {
        return forms.stream().map(FormFile::definition).toList();
    }
}
