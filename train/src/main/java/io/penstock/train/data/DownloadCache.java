package io.penstock.train.data;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A folder of downloaded files of MNIST, filled from mirrors when a file is first asked for. Files come into it whole and verified or not
 * at all; several processes may use it at once.
 *
 * @param folder   where the files are kept
 * @param mirrors  addresses that the name of a file, with {@code .gz}, is appended to; tried in order
 * @param patience how long to wait for a mirror to connect and to send the next bytes
 * @param listener is told how downloads come along
 */
public record DownloadCache(Path folder, List<URI> mirrors, Duration patience, DownloadListener listener) {

    /** Environment variable that lists mirrors, divided by commas or spaces. */
    public static final String VARIABLE = "PENSTOCK_MIRRORS";

    /** Mirrors that are used where none are given. */
    public static final List<URI> PUBLIC_MIRRORS = List.of(
        URI.create("https://ossci-datasets.s3.amazonaws.com/mnist/"),
        URI.create("https://storage.googleapis.com/cvdf-datasets/mnist/"),
        URI.create("http://yann.lecun.com/exdb/mnist/"));

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * Returns the user's cache: below {@code XDG_CACHE_HOME}, else {@code ~/.cache}.
     *
     * @param environment the process's environment variables
     * @param given       mirrors from the command line; where empty those of {@link #VARIABLE}, else the public ones
     * @throws DataSetException where a mirror is no address
     */
    public static DownloadCache of(Map<String, String> environment, List<URI> given, DownloadListener listener) {
        Path home = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
        Path caches = home.isAbsolute() ? home : Path.of(System.getProperty("user.home"), ".cache");
        List<URI> mirrors = given.isEmpty() ? listed(environment.getOrDefault(VARIABLE, "")) : given;
        return new DownloadCache(caches.resolve("penstock").resolve("mnist"), mirrors.isEmpty() ? PUBLIC_MIRRORS : mirrors, PATIENCE,
            listener);
    }

    /** Rejects mirrors that are no addresses of files. */
    public DownloadCache {
        mirrors = mirrors.stream().map(DownloadCache::folderAddress).toList();
    }

    /** Returns whether a file is there already. */
    boolean holds(PublishedFile file) {
        return Files.isRegularFile(place(file));
    }

    /**
     * Returns a file's content, downloading it where it is not there or has been damaged.
     *
     * @throws DataSetException where no mirror has it
     */
    IdxFile read(PublishedFile file) {
        if (holds(file)) {
            try {
                return file.read(place(file));
            } catch (DataSetException damaged) {
                return fetch(file);
            }
        }
        return fetch(file);
    }

    private IdxFile fetch(PublishedFile file) {
        List<String> failures = new ArrayList<>();
        for (URI mirror : mirrors) {
            URI from = mirror.resolve(file.name() + ".gz");
            Path part = part(file);
            try {
                new Download(from, patience).to(part, listener);
                IdxFile content = file.read(part);
                Files.move(part, place(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                return new IdxFile(place(file), content.content());
            } catch (IOException e) {
                failures.add(from + ": " + e.getClass().getSimpleName() + ", " + e.getMessage());
            } catch (DataSetException e) {
                failures.add(from + ": not the published file, " + e.getMessage());
            } finally {
                delete(part);
            }
        }
        throw new DataSetException(Code.DOWNLOAD_FAILED, "no mirror has " + file.name() + ": " + String.join("; ", failures)
            + ". Give other mirrors with --mirror or " + VARIABLE + ", or the folder of a copy with --data or " + DataFolder.VARIABLE);
    }

    private Path part(PublishedFile file) {
        try {
            Files.createDirectories(folder);
            return Files.createTempFile(folder, file.name(), ".part");
        } catch (IOException e) {
            throw new DataSetException(Code.CACHE_NOT_WRITABLE, "the cache " + folder + " cannot be written (" + e
                + "): set XDG_CACHE_HOME to a folder that can, or give the folder of a copy of MNIST with --data");
        }
    }

    private static void delete(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            // a leftover that nobody reads; the download's own outcome matters more
            part.toFile().deleteOnExit();
        }
    }

    private Path place(PublishedFile file) {
        return folder.resolve(file.name() + ".gz");
    }

    private static List<URI> listed(String mirrors) {
        try {
            return Arrays.stream(mirrors.split("[,\\s]+")).filter(mirror -> !mirror.isEmpty()).map(URI::create).toList();
        } catch (IllegalArgumentException e) {
            throw new DataSetException(Code.WRONG_MIRROR, VARIABLE + " holds something that is no address: " + e.getMessage());
        }
    }

    private static URI folderAddress(URI mirror) {
        if (mirror.getScheme() == null || !List.of("http", "https", "file").contains(mirror.getScheme())) {
            throw new DataSetException(Code.WRONG_MIRROR, "the mirror '" + mirror + "' is no address: it begins with http, https or file");
        }
        return mirror.toString().endsWith("/") ? mirror : URI.create(mirror + "/");
    }
}
