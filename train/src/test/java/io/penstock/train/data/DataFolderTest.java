package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.penstock.synth.digit.DataSetException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void whereThereIsNoMnistTheMessageSaysHowToNameTheFolder() {
        assertThatThrownBy(() -> new DataFolder(folder).mnistTrain()).isInstanceOf(DataSetException.class)
            .hasMessageContaining("--data").hasMessageContaining("PENSTOCK_DATA");
    }

    @Test
    void aFileThatIsNotMnistsIsRefusedByItsChecksum() throws IOException {
        Path mnist = Files.createDirectories(folder.resolve("digits/mnist"));
        Files.write(mnist.resolve("t10k-images-idx3-ubyte"), ByteBuffer.allocate(16).putInt(0x803).array());
        assertThatThrownBy(() -> new DataFolder(folder).mnistTest()).isInstanceOf(DataSetException.class)
            .hasMessageContaining("CHECKSUM_DIFFERS");
    }

    @Test
    void theFolderThatIsGivenWinsOverTheEnvironment() {
        assertThat(DataFolder.locate(folder).root()).isEqualTo(folder);
    }

    @Test
    void mnistItselfIsReadWhereItIs() {
        DataFolder data = DataFolder.locate(null);
        assumeTrue(data.hasMnist(), "no MNIST in " + data.root());
        assertThat(data.mnistTest().size()).isEqualTo(10_000);
        assertThat(data.mnistTest().labels()).startsWith(7, 2, 1, 0, 4);
    }
}
