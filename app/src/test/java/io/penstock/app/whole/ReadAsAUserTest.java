package io.penstock.app.whole;

import static java.time.format.DateTimeFormatter.ofPattern;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.penstock.app.Penstock;
import io.penstock.app.evaluate.Truth;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code read} in a JVM of its own, over a shipped sample, a file that is no scan and one that is broken. */
class ReadAsAUserTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final long SECONDS = 240;

    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void everyFieldHasALineAndEveryDocumentItsOutcomeAndStderrIsSilent() throws IOException, InterruptedException {
        Path sample = SAMPLES.resolve("tally-0003.pdf");
        Path note = Files.writeString(folder.resolve("note.txt"), "call me back");
        Path broken = Files.write(folder.resolve("broken.pdf"), Arrays.copyOf(Files.readAllBytes(sample), 2_000));

        try (Jvm read = Jvm.start(folder, Penstock.class, List.of("read", note.toString(), sample.toString(), broken.toString()))) {
            assertThat(read.exitCode(SECONDS)).as(read.stderr()).isZero();
            assertThat(read.stderr()).isEmpty();
            List<JsonNode> lines = parse(read.stdout());

            assertThat(lines.get(0).path("status").asText()).isEqualTo("DEAD_LETTER");
            assertThat(lines.get(0).path("document").asText()).isEqualTo("note.txt");
            assertThat(lines.get(0).path("stage").asText()).isEqualTo("ingest");
            assertThat(lines.get(lines.size() - 1).path("document").asText()).isEqualTo("broken.pdf");
            assertThat(lines.get(lines.size() - 1).path("code").asText()).isNotEmpty();
            assertSampleIsRead(lines.subList(1, lines.size() - 1));
        }
    }

    /** As under cron, and where the capital of i is no I. */
    @Test
    void namesThatTheSystemCannotReadStayApartAndTheLanguageChangesNothing() throws IOException, InterruptedException {
        Path scans = Files.createDirectory(folder.resolve("scans"));
        for (String name : List.of("caf%C3%A9.pdf", "caf%C3%A8.pdf", "caf%E9.pdf")) {
            Files.writeString(Path.of(URI.create(scans.toUri() + name)), "no scan");
        }
        try (Jvm read = Jvm.start(folder, Map.of("LC_ALL", "C"), List.of("-Duser.language=tr", "-Duser.country=TR"), Penstock.class,
            List.of("read", scans.toString()))) {
            assertThat(read.exitCode(SECONDS)).as(read.stderr()).isZero();
            assertThat(read.stderr()).isEmpty();
            assertThat(parse(read.stdout())).extracting(line -> line.path("document").asText())
                .containsExactlyInAnyOrder("caf%C3%A9.pdf", "caf%C3%A8.pdf", "caf%E9.pdf");
        }
    }

    /** Two threads that load libraries of machine code at once may wait for each other for ever. */
    @Test
    void everyLibraryOfMachineCodeIsLoadedBeforeAnyStageStarts() throws IOException, InterruptedException {
        Path loads = folder.resolve("loads");
        try (Jvm read = Jvm.start(folder, Map.of("PENSTOCK_LOG", "INFO"), List.of("-Xlog:library=info:file=" + loads + ":time"),
            Penstock.class, List.of("read", SAMPLES.toString()))) {
            assertThat(read.exitCode(SECONDS)).as(read.stderr()).isZero();
            Instant done = read.stderr().lines().filter(line -> line.contains("libraries loaded")).map(line -> at(line.split(" ")[0]))
                .findFirst().orElseThrow();
            List<String> loaded = Files.readAllLines(loads).stream().filter(line -> line.contains("Loaded library")).toList();
            for (String library : List.of("rocksdb", "opencv", "openblas", "nd4j", "dnnl", "zstd", "lz4", "snappy", "javajpeg")) {
                assertThat(loaded).anySatisfy(line -> assertThat(line).contains(library));
            }
            assertThat(loaded).allSatisfy(line -> assertThat(at(line.substring(1, line.indexOf(']')))).isBeforeOrEqualTo(done));
        }
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time, ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS[XXX][XX]")).toInstant();
    }

    private static void assertSampleIsRead(List<JsonNode> lines) throws IOException {
        List<Truth> truths = Truth.read(SAMPLES.resolve("truth.csv")).stream()
            .filter(truth -> truth.scan().endsWith("tally-0003.pdf")).toList();
        assertThat(lines).extracting(line -> line.path("field").asText())
            .containsExactlyElementsOf(truths.stream().map(Truth::field).toList());
        int right = 0;
        for (int i = 0; i < lines.size(); i++) {
            JsonNode line = lines.get(i);
            assertThat(line.path("form").asText()).isEqualTo("tally");
            String digits = line.path("text").asText().replaceFirst("^0+(?=.)", "");
            boolean isRight = digits.equals(truths.get(i).digits());
            right += isRight ? 1 : 0;
            if (line.path("status").asText().equals("ACCEPTED")) {
                assertThat(isRight).as(line.toString()).isTrue();
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(lines.size() - 1);
    }

    private List<JsonNode> parse(List<String> lines) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }
}
