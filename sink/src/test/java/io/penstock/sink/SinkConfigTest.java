package io.penstock.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.DecoderSettings;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class SinkConfigTest {

    @Test
    void theDefaultsAreThoseOfTheDecoder() {
        SinkConfig config = SinkConfig.of(Map.of("ingest.limit.bytes", "1"));
        assertThat(config.decoder()).isEqualTo(DecoderSettings.standard());
        assertThat(config.retention().toDays()).isEqualTo(30);
    }

    @Test
    void oneKindMayHaveItsOwnThreshold() {
        SinkConfig config = SinkConfig.of(Map.of("sink.accept.confidence", "0.9", "sink.accept.confidence.amount", "0.995"));
        assertThat(config.decoder().acceptance()).isEqualTo(0.9);
        assertThat(config.decoder().acceptanceOf()).containsExactlyEntriesOf(Map.of(FieldKind.AMOUNT, 0.995));
    }

    @Test
    void aProbabilityAboveOneIsRefused() {
        assertThatThrownBy(() -> SinkConfig.of(Map.of("sink.accept.confidence.date", "1.5"))).isInstanceOf(ConfigException.class)
            .hasMessageContaining("sink.accept.confidence.date");
    }
}
