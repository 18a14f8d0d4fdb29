package io.penstock.app.read;

import io.penstock.app.client.FormFiles.FormFile;
import io.penstock.app.client.ScanFile;
import java.util.List;
import java.util.Map;

/**
 * What is to be read.
 *
 * @param scans   scans with ids that are unique among them, in the order of their outcomes
 * @param forms   form definitions that are published first
 * @param headers headers of each document's record: {@code form}, {@code kind}
 */
public record ReadRequest(List<ScanFile> scans, List<FormFile> forms, Map<String, String> headers) {

    /** Copies the collections. */
    public ReadRequest {
        scans = List.copyOf(scans);
        forms = List.copyOf(forms);
        headers = Map.copyOf(headers);
    }
}
