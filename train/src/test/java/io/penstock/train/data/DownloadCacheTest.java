package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.digit.DataSetException.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCacheTest {

    private static final byte[] LABELS = ByteBuffer.allocate(8 + 4).putInt(0x801).putInt(4).put(new byte[] {7, 2, 1, 0}).array();
    private static final byte[] OTHER = ByteBuffer.allocate(8 + 1).putInt(0x801).putInt(1).put((byte) 3).array();
    /** Long enough for a machine that is busy with other things. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final PublishedFile FILE = new PublishedFile("some-labels", new IdxFile(null, LABELS).md5());

    @TempDir
    private Path folder;
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        answer("/good/", exchange -> send(exchange, 200, gzip(LABELS)));
        answer("/plain/", exchange -> send(exchange, 200, LABELS));
        answer("/other/", exchange -> send(exchange, 200, gzip(OTHER)));
        answer("/page/", exchange -> send(exchange, 200, "<html>moved</html>".getBytes()));
        answer("/short/", exchange -> send(exchange, 200, Arrays.copyOf(gzip(LABELS), 20)));
        answer("/broken/", DownloadCacheTest::breakOff);
        answer("/silent/", exchange -> await(over));
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aFileIsDownloadedOnceAndKeptPackedAsItCame() throws IOException {
        assertThat(cache("good").read(FILE).labels()).containsExactly(7, 2, 1, 0);
        assertThat(cache("good").read(FILE).labels()).containsExactly(7, 2, 1, 0);
        assertThat(asked).containsExactly("/good/some-labels.gz");
        assertThat(folder.resolve("some-labels.gz")).hasBinaryContent(gzip(LABELS));
    }

    @Test
    void aMirrorMayServeTheFileUnpacked() {
        assertThat(cache("plain").read(FILE).labels()).hasSize(4);
    }

    @Test
    void theNextMirrorIsAskedWhereOneFails() {
        assertThat(cache("missing", "other", "page", "short", "broken", "good").read(FILE).labels()).hasSize(4);
        assertThat(asked).last().isEqualTo("/good/some-labels.gz");
        assertThat(folder.toFile().list()).containsExactly("some-labels.gz");
    }

    @Test
    void whereAllFailTheFailureOfEachIsNamedAndNothingIsLeftBehind() {
        assertThatThrownBy(() -> cache("missing", "other", "page", "short", "broken").read(FILE))
            .isInstanceOf(DataSetException.class).hasMessageStartingWith("DOWNLOAD_FAILED")
            .hasMessageContaining("/missing/some-labels.gz: IOException, it answers HTTP 404")
            .hasMessageContaining("/other/some-labels.gz: not the published file, CHECKSUM_DIFFERS")
            .hasMessageContaining("/page/some-labels.gz: not the published file, NOT_IDX")
            .hasMessageContaining("/short/some-labels.gz: not the published file, WRONG_LENGTH")
            .hasMessageContaining("/broken/some-labels.gz: ")
            .hasMessageContaining("--mirror").hasMessageContaining("PENSTOCK_DATA");
        assertThat(folder.toFile().list()).isEmpty();
    }

    @Test
    void aMirrorThatSaysNothingIsGivenUp() {
        DownloadCache cache = new DownloadCache(folder, List.of(mirror("silent")), Duration.ofMillis(200), DownloadListener.silent());
        assertThatThrownBy(() -> cache.read(FILE)).hasMessageContaining("/silent/some-labels.gz: SocketTimeoutException");
    }

    @Test
    void aMirrorMayBeAFolder() throws IOException {
        Path mirror = Files.createDirectory(folder.resolve("mirror"));
        Files.write(mirror.resolve("some-labels.gz"), gzip(LABELS));
        DownloadCache cache = new DownloadCache(folder.resolve("cache"), List.of(mirror.toUri()), PATIENCE,
            DownloadListener.silent());
        assertThat(cache.read(FILE).labels()).hasSize(4);
    }

    @Test
    void aFileThatWasDamagedInTheCacheIsFetchedAgain() throws IOException {
        Files.write(folder.resolve("some-labels.gz"), gzip(OTHER));
        assertThat(cache("good").read(FILE).labels()).hasSize(4);
        assertThat(folder.resolve("some-labels.gz")).hasBinaryContent(gzip(LABELS));
    }

    @Test
    void progressIsToldInBytesOfTheAnnouncedLength() throws IOException {
        List<Long> told = new ArrayList<>();
        DownloadListener listener = new DownloadListener() {
            @Override
            public void begins(URI from, long bytes) {
                told.add(bytes);
            }

            @Override
            public void received(int bytes) {
                told.add((long) bytes);
            }

            @Override
            public void ended() {
                told.add(0L);
            }
        };
        new DownloadCache(folder, List.of(mirror("good")), PATIENCE, listener).read(FILE);
        long length = gzip(LABELS).length;
        assertThat(told).containsExactly(length, length, 0L);
    }

    @Test
    void mirrorsOfTheCommandLineWinOverTheEnvironmentsAndThoseOverThePublicOnes() {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", folder.toString(), "PENSTOCK_MIRRORS", "http://a/m, https://b/m/");
        assertThat(DownloadCache.of(environment, List.of(URI.create("http://c")), DownloadListener.silent()).mirrors())
            .containsExactly(URI.create("http://c/"));
        DownloadCache cache = DownloadCache.of(environment, List.of(), DownloadListener.silent());
        assertThat(cache.mirrors()).containsExactly(URI.create("http://a/m/"), URI.create("https://b/m/"));
        assertThat(cache.folder()).isEqualTo(folder.resolve("penstock").resolve("mnist"));
        assertThat(DownloadCache.of(Map.of(), List.of(), DownloadListener.silent()).mirrors()).isEqualTo(DownloadCache.PUBLIC_MIRRORS);
    }

    @Test
    void aMirrorThatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> DownloadCache.of(Map.of("PENSTOCK_MIRRORS", "mirror.example"), List.of(), DownloadListener.silent()))
            .extracting(e -> ((DataSetException) e).code()).isEqualTo(Code.WRONG_MIRROR);
    }

    @Test
    void aCacheThatCannotBeWrittenIsNamed() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "in the way");
        DownloadCache cache = new DownloadCache(blocked, List.of(mirror("good")), PATIENCE, DownloadListener.silent());
        assertThatThrownBy(() -> cache.read(FILE)).hasMessageContaining("CACHE_NOT_WRITABLE").hasMessageContaining(blocked.toString());
    }

    private DownloadCache cache(String... paths) {
        return new DownloadCache(folder, Arrays.stream(paths).map(this::mirror).toList(), PATIENCE, DownloadListener.silent());
    }

    private URI mirror(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + path);
    }

    private void answer(String path, Answer answer) {
        server.createContext(path, exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            answer.give(exchange);
            exchange.close();
        });
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 5000);
        exchange.getResponseBody().write(gzip(LABELS));
        exchange.getResponseBody().flush();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** What the server does with a request. */
    private interface Answer {
        void give(HttpExchange exchange) throws IOException;
    }
}
