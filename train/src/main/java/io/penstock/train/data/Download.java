package io.penstock.train.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * One file from one address, over HTTP, HTTPS or from a file.
 *
 * @param from     where it is
 * @param patience how long to wait for a connection, and then for the next bytes
 */
record Download(URI from, Duration patience) {

    /** More than twice MNIST's largest file, packed or plain. */
    private static final long GREATEST = 100 << 20;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int CHUNK = 1 << 16;

    /**
     * Writes the content to a file.
     *
     * @throws IOException where it is not there, ends early, is larger than 100 MiB, stalls or takes longer than half an hour
     */
    void to(Path target, DownloadListener listener) throws IOException {
        URLConnection connection = from.toURL().openConnection();
        connection.setConnectTimeout((int) patience.toMillis());
        connection.setReadTimeout((int) patience.toMillis());
        try (InputStream in = opened(connection); OutputStream out = Files.newOutputStream(target)) {
            long announced = connection.getContentLengthLong();
            listener.begins(from, announced);
            long received = copy(in, out, listener);
            if (announced >= 0 && received != announced) {
                throw new IOException("it ended after " + received + " of " + announced + " bytes");
            }
        } finally {
            listener.ended();
        }
    }

    private static InputStream opened(URLConnection connection) throws IOException {
        if (connection instanceof HttpURLConnection http && http.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it answers HTTP " + http.getResponseCode());
        }
        return connection.getInputStream();
    }

    private static long copy(InputStream in, OutputStream out, DownloadListener listener) throws IOException {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        byte[] chunk = new byte[CHUNK];
        long received = 0;
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            out.write(chunk, 0, count);
            received += count;
            listener.received(count);
            if (received > GREATEST) {
                throw new IOException("it is larger than " + GREATEST + " bytes");
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("it took longer than " + LONGEST.toMinutes() + " minutes");
            }
        }
        return received;
    }
}
