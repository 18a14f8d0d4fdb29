package io.penstock.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanFilesTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String name : List.of("b.pdf", "a.PDF", "truth.csv", "in/a.PDF", "in/c.tif", ".done/b.pdf")) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    @Test
    void foldersAreSearchedInOrderForWhatAScannerWrites() throws IOException {
        ScanFiles found = ScanFiles.among(List.of(folder));
        assertThat(found.scans()).extracting(scan -> folder.relativize(scan.path()).toString())
            .containsExactly("a.PDF", "b.pdf", "in/a.PDF", "in/c.tif");
        assertThat(found.skipped()).containsExactly(folder.resolve("truth.csv"));
    }

    @Test
    void theIdIsTheFileNameAndThePathOnlyWhereItMustBe() throws IOException {
        assertThat(ScanFiles.among(List.of(folder)).scans()).extracting(ScanFile::document)
            .containsExactly("a.PDF", "b.pdf", "in/a.PDF", "c.tif");
    }

    @Test
    void aFileThatIsNamedIsTakenWhateverItIsCalledAndOnlyOnce() throws IOException {
        Path csv = folder.resolve("truth.csv");
        assertThat(ScanFiles.among(List.of(csv, csv)).scans()).containsExactly(new ScanFile("truth.csv", csv));
    }

    @Test
    void idsAreUniqueAcrossFolders() throws IOException {
        List<Path> files = List.of(folder.resolve("b.pdf"), folder.resolve(".done/b.pdf"));
        assertThat(ScanFiles.among(files).scans()).extracting(ScanFile::document).doesNotHaveDuplicates().hasSize(2);
    }
}
