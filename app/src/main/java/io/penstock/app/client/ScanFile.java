package io.penstock.app.client;

import java.nio.file.Path;

/**
 * A file that is to be submitted.
 *
 * @param document id that its document gets
 * @param path     where it lies
 */
public record ScanFile(String document, Path path) {
}
