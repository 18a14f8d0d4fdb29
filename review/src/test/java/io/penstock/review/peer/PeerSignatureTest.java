package io.penstock.review.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PeerSignatureTest {

    private static final Instant NOW = Instant.parse("2026-01-05T08:00:00Z");

    private final PeerSignature signature = new PeerSignature("a secret");

    @Test
    void aQuestionIsBelievedOnlyAsItWasSignedWithTheSameSecretAndSoon() {
        String header = signature.sign("{\"ask\":\"COUNT\"}", NOW);

        assertThat(signature.isSigned("{\"ask\":\"COUNT\"}", header, NOW.plusSeconds(20))).isTrue();
        assertThat(signature.isSigned("{\"ask\":\"FIND\"}", header, NOW)).as("another question").isFalse();
        assertThat(signature.isSigned("{\"ask\":\"COUNT\"}", header, NOW.plusSeconds(31))).as("too late").isFalse();
        assertThat(signature.isSigned("{\"ask\":\"COUNT\"}", header.replaceFirst("^\\d+", Long.toString(NOW.toEpochMilli() + 31_000)),
            NOW.plusSeconds(31))).as("with another time").isFalse();
        assertThat(new PeerSignature("another").isSigned("{\"ask\":\"COUNT\"}", header, NOW)).isFalse();
        for (String wrong : new String[] {null, "", ":", "1:2", "x:" + "0".repeat(64), header + ":0"}) {
            assertThat(signature.isSigned("{\"ask\":\"COUNT\"}", wrong, NOW)).as(wrong).isFalse();
        }
    }
}
