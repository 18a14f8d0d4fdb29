package io.penstock.app.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.client.Submitter;
import io.penstock.app.config.PipelineConfig;
import io.penstock.app.config.Settings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // the folder is watched for as long as it is open
class WatchedFolderTest {

    private static final Duration SETTLE = Duration.ofMillis(200);

    private static final WatchTimes TIMES = new WatchTimes(SETTLE, Duration.ofSeconds(2), Duration.ofSeconds(60));

    @TempDir
    private Path folder;

    private final MockProducer<String, byte[]> producer =
        new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());

    @Test
    void aFileIsSubmittedUnderItsNameAndMovedAway() throws Exception {
        try (WatchedFolder watched = start()) {
            Files.writeString(folder.resolve("a.pdf"), "scan");
            await(() -> Files.exists(folder.resolve(".done/a.pdf")));
            assertThat(watched.path()).isEqualTo(folder);
        }
        assertThat(producer.history()).singleElement().satisfies(sent -> {
            assertThat(sent.key()).isEqualTo("a.pdf");
            assertThat(sent.value()).asString().isEqualTo("scan");
        });
    }

    @Test
    void aFileThatStillGrowsIsLeftAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("a.pdf"), "x");
        try (WatchedFolder watched = start()) {
            for (int i = 0; i < 10; i++) {
                Thread.sleep(SETTLE.toMillis() / 4);
                Files.writeString(file, "x", StandardOpenOption.APPEND);
            }
            await(() -> Files.exists(folder.resolve(".done/a.pdf")));
        }
        assertThat(producer.history()).extracting(ProducerRecord::value).singleElement().satisfies(bytes -> assertThat(bytes).hasSize(11));
    }

    @Test
    void aRestartDoesNotSubmitAgain() throws Exception {
        for (int run = 0; run < 2; run++) {
            try (WatchedFolder watched = start()) {
                if (run == 0) {
                    Files.writeString(folder.resolve("a.pdf"), "scan");
                    await(() -> Files.exists(folder.resolve(".done/a.pdf")));
                } else {
                    Thread.sleep(3 * SETTLE.toMillis());
                }
            }
            // the submitter closes its producer; the next run has one of its own
        }
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void twoFilesOfOneNameAreBothKept() throws Exception {
        try (WatchedFolder watched = start()) {
            for (String done : List.of("a.pdf", "a.pdf.2")) {
                Files.writeString(folder.resolve("a.pdf"), done);
                await(() -> Files.exists(folder.resolve(".done").resolve(done)));
            }
        }
        assertThat(producer.history()).hasSize(2);
    }

    @Test
    void aFolderThatIsGoneForAMomentIsWatchedAgainOnceItIsBackAndItsStateIsKnown() throws Exception {
        Path inbox = Files.createDirectory(folder.resolve("inbox"));
        Path away = folder.resolve("away");
        try (WatchedFolder watched = start(inbox)) {
            assertThat(watched.trouble()).isEmpty();
            Files.move(inbox, away);
            await(() -> watched.trouble().isPresent());
            assertThat(watched.trouble()).get().asString().contains(inbox.toString());
            Files.move(away, inbox);
            Files.writeString(inbox.resolve("a.pdf"), "scan");
            await(() -> Files.exists(inbox.resolve(".done/a.pdf")));
            await(() -> watched.trouble().isEmpty());
        }
    }

    @Test
    void noFailureOfASubmissionEndsTheWatch() throws Exception {
        producer.sendException = new UncheckedIOException(new IOException("a moment's trouble"));
        try (WatchedFolder watched = start()) {
            Files.writeString(folder.resolve("a.pdf"), "scan");
            await(() -> watched.trouble().isPresent());
            assertThat(watched.trouble()).get().asString().contains("a moment's trouble");
            producer.sendException = null;
            await(() -> Files.exists(folder.resolve(".done/a.pdf")));
            await(() -> watched.trouble().isEmpty());
        }
        assertThat(producer.history()).hasSize(1);
    }

    @Test
    void aFileThatCannotBeMovedAwayIsSubmittedOnce() throws Exception {
        Path obstacle = Files.writeString(folder.resolve(".done"), "no folder");
        try (WatchedFolder watched = start()) {
            Files.writeString(folder.resolve("a.pdf"), "scan");
            await(() -> watched.trouble().isPresent());
            Thread.sleep(2 * SETTLE.toMillis());
            Files.delete(obstacle);
            await(() -> Files.exists(folder.resolve(".done/a.pdf")));
        }
        assertThat(producer.history()).hasSize(1);
    }

    /** As a scanner does that adds page after page: each state of the file is a valid TIFF. */
    @Test
    void whatAWriterAddsAfterTheFileWasMovedIsSubmittedAnew() throws Exception {
        byte[] tiff = image("tif");
        try (WatchedFolder watched = start()) {
            Path file = folder.resolve("a.tif");
            try (FileChannel held = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                held.write(ByteBuffer.wrap(tiff));
                held.force(true);
                await(() -> Files.exists(folder.resolve(".done/a.tif")));
                held.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
                held.force(true);
                await(() -> producer.history().size() == 2);
                held.write(ByteBuffer.wrap(new byte[] {4}));
            }
            await(() -> producer.history().size() == 3);
            Files.setLastModifiedTime(folder.resolve(".done/a.tif"), FileTime.fromMillis(0));
            Thread.sleep(3 * SETTLE.toMillis());
        }
        assertThat(producer.history()).extracting(ProducerRecord::key).containsExactly("a.tif", "a.tif", "a.tif");
        assertThat(producer.history()).extracting(sent -> sent.value().length)
            .containsExactly(tiff.length, tiff.length + 3, tiff.length + 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tif", "png", "jpg"})
    void aFileThatIsHalfWrittenWaitsForTheRest(String format) throws Exception {
        byte[] whole = image(format);
        Path file = folder.resolve("a." + format);
        try (WatchedFolder watched = start()) {
            Files.write(file, Arrays.copyOf(whole, whole.length / 2));
            Thread.sleep(4 * SETTLE.toMillis());
            assertThat(producer.history()).isEmpty();
            Files.write(file, whole);
            await(() -> Files.exists(folder.resolve(".done/a." + format)));
        }
        assertThat(producer.history()).singleElement().satisfies(sent -> assertThat(sent.value()).isEqualTo(whole));
    }

    @Test
    void aFileThatNeverGetsWholeIsSubmittedInTheEnd() throws Exception {
        byte[] half = Arrays.copyOf(image("png"), 100);
        try (WatchedFolder watched = start()) {
            Files.write(folder.resolve("a.png"), half);
            await(() -> Files.exists(folder.resolve(".done/a.png")));
        }
        assertThat(producer.history()).singleElement().satisfies(sent -> assertThat(sent.value()).isEqualTo(half));
    }

    private static byte[] image(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_BYTE_GRAY), format, out)).isTrue();
        return out.toByteArray();
    }

    private WatchedFolder start() throws IOException {
        return start(folder);
    }

    private WatchedFolder start(Path inbox) throws IOException {
        PipelineConfig config = Settings.of(List.of(PipelineConfig.DEFINITION), null, Map.of(), Map.of()).pipeline();
        return WatchedFolder.start(inbox, TIMES, new Submitter(producer, config));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
