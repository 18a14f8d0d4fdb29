package io.penstock.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The picture of the modules in docs is the one that the sources give. */
class ModulePictureTest {

    @Test
    void thePictureInDocsIsCurrent() throws IOException {
        String drawn = new ModulePicture(Path.of("..")).svg();
        Files.writeString(Path.of("target", "modules.svg"), drawn);

        assertThat(Path.of("..", "docs", "modules.svg")).as("cp app/target/modules.svg docs/").content().isEqualTo(drawn);
    }
}
