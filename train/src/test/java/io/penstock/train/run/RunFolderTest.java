package io.penstock.train.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

    @TempDir
    private Path folder;

    @Test
    void whatWasExportedIsKnownUnderTheSameIdentityOnly() {
        RunFolder run = new RunFolder(folder);
        assertThat(run.exported("cnn, seed 1")).isEmpty();
        run.markExported("cnn, seed 1", "0123456789ab");
        assertThat(run.exported("cnn, seed 1")).contains("0123456789ab");
        assertThat(run.exported("cnn, seed 2")).isEmpty();
    }

    @Test
    void learningCurvesArePlottedAndListed() throws Exception {
        new LearningCurves("cnn, seed 1", List.of(new EpochResult(1, 0.5, 0.97, 0.1, 0.001, 60),
            new EpochResult(2, 0.2, 0.99, 0.04, 0.0001, 61)))
            .write(folder);
        assertThat(folder.resolve("curves.html")).content().contains("cnn, seed 1", "data:image/png;base64,", "99.00 %");
        assertThat(Files.readString(folder.resolve("curves.json"))).contains("\"validationLoss\" : 0.04");
    }
}
