package io.penstock.app.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Penstock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // the folder is there for as long as it is open
class ScratchFolderTest {

    private final String before = System.getProperty("java.io.tmpdir");

    @TempDir
    private Path temporary;

    @BeforeEach
    void redirect() {
        System.setProperty("java.io.tmpdir", temporary.toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("java.io.tmpdir", before);
    }

    @Test
    void whatIsTemporaryGoesThereAndIsGoneAfterwards() throws IOException {
        try (ScratchFolder scratch = ScratchFolder.open()) {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            assertThat(folder).isDirectory().hasParent(temporary);
            Files.writeString(Files.createDirectories(folder.resolve("a/b")).resolve("c"), "x");
        }
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void whatTheDeadLeftIsRemovedAndNothingElse() throws IOException {
        Path dead = Files.createDirectory(temporary.resolve("penstock-1-2"));
        Files.writeString(dead.resolve("lock"), "");
        Files.writeString(dead.resolve("library.so"), "x");
        Path starting = Files.createDirectory(temporary.resolve("penstock-3-4"));
        Files.writeString(starting.resolve("lock.new"), "");
        Path foreign = Files.createDirectory(temporary.resolve("penstock-broker-1"));
        try (ScratchFolder scratch = ScratchFolder.open()) {
            assertThat(dead).doesNotExist();
            assertThat(starting).exists();
            assertThat(foreign).exists();
            System.setProperty("java.io.tmpdir", temporary.toString());
            Path alive = only(temporary, List.of(starting, foreign));
            try (ScratchFolder second = ScratchFolder.open()) {
                assertThat(alive).exists();
            }
        }
    }

    @Test
    void anotherProcessThatStartsLeavesItAlone() throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.open()) {
            Path folder = Path.of(System.getProperty("java.io.tmpdir"));
            int code = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary, "-cp", System.getProperty("java.class.path"), Penstock.class.getName(), "--version")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
            assertThat(code).isZero();
            assertThat(folder).isDirectory();
        }
    }

    private static Path only(Path folder, List<Path> others) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !others.contains(file)).findFirst().orElseThrow();
        }
    }
}
