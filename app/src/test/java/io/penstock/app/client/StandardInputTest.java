package io.penstock.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandardInputTest {

    @Test
    void whatComesThroughAPipeIsADocument() throws IOException {
        byte[] bytes = {1, 2, 3};
        Path kept = StandardInput.keep(new ByteArrayInputStream(bytes));
        assertThat(kept).hasBinaryContent(bytes);
        assertThat(ScanFiles.among(List.of(kept)).scans()).containsExactly(new ScanFile("stdin", kept));
    }
}
