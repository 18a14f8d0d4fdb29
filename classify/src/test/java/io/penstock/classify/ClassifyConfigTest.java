package io.penstock.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class ClassifyConfigTest {

    @Test
    void withoutKeysTheShippedEnsembleIsUsed() {
        assertThat(ClassifyConfig.of(Map.of("ingest.limit.bytes", "1")))
            .isEqualTo(new ClassifyConfig("", "digits", 16, Duration.ofSeconds(5)));
    }

    @Test
    void aBatchOfNothingIsRefused() {
        assertThatThrownBy(() -> ClassifyConfig.of(Map.of("classify.batch", "0"))).isInstanceOf(ConfigException.class)
            .hasMessageContaining("classify.batch");
    }

    @Test
    void everyKeyIsDocumented() {
        assertThat(ClassifyConfig.DEFINITION.configKeys().values()).allSatisfy(key -> {
            assertThat(key.name).startsWith("classify.");
            assertThat(key.documentation).isNotBlank();
        });
    }
}
