package io.penstock.app.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentNameTest {

    @Test
    void aNameThatIsTextIsTheId() {
        assertThat(DocumentName.of(Path.of("inbox", "a 100% sure scan.pdf"))).isEqualTo("a 100% sure scan.pdf");
    }

    @Test
    void bytesThatAreNoTextAreWrittenAsInAnAddress() {
        assertThat(DocumentName.of(path("/inbox/caf%E9%20a.pdf"))).isEqualTo("caf%E9%20a.pdf");
        assertThat(DocumentName.of(path("/inbox/caf%E8%20a.pdf"))).isEqualTo("caf%E8%20a.pdf");
        assertThat(DocumentName.ofPath(path("/inbox").relativize(path("/inbox/b/%FF.pdf")))).isEqualTo("b/%FF.pdf");
        assertThat(DocumentName.ofPath(path("/inbox/%FF.pdf"))).isEqualTo("inbox/%FF.pdf");
    }

    private static Path path(String address) {
        return Path.of(URI.create("file://" + address));
    }
}
