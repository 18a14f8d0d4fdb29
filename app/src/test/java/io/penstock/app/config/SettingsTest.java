package io.penstock.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    private static final List<ConfigDef> KEYS = List.of(PipelineConfig.DEFINITION);

    @Test
    void theCommandLineWinsOverTheEnvironmentAndTheEnvironmentOverTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.properties"), "topics.partitions=1\nbroker.port=1\nread.inactivity.seconds=1\n");
        Settings settings = Settings.of(KEYS, file, Map.of("PENSTOCK_BROKER_PORT", "2", "PENSTOCK_READ_INACTIVITY_SECONDS", "2"),
            Map.of("read.inactivity.seconds", "3"));

        assertThat(settings.pipeline().layout().partitions()).isEqualTo(1);
        assertThat(settings.pipeline().brokerPort()).isEqualTo(2);
        assertThat(settings.pipeline().inactivity()).hasSeconds(3);
    }

    @Test
    void aKeyThatDoesNotExistIsRefusedWithTheNearestOne() {
        assertThatThrownBy(() -> Settings.of(KEYS, null, Map.of(), Map.of("broker.prt", "1")))
            .isInstanceOf(InvalidSettingException.class).hasMessageContaining("broker.prt")
                .hasMessageContaining("did you mean broker.port");
    }

    @Test
    void aValueThatAKeyDoesNotTakeIsRefusedAndSaysWhereItStands(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("p.properties"), "topics.partitions=0\n");
        assertThatThrownBy(() -> Settings.of(KEYS, file, Map.of(), Map.of()))
            .isInstanceOf(InvalidSettingException.class).hasMessageContaining("topics.partitions").hasMessageContaining(file.toString());
        assertThatThrownBy(() -> Settings.of(KEYS, null, Map.of(), Map.of("broker.port", "many")))
            .isInstanceOf(InvalidSettingException.class).hasMessageContaining("on the command line");
    }

    @Test
    void otherVariablesOfTheEnvironmentMeanNothing() {
        assertThat(Settings.of(KEYS, null, Map.of("PENSTOCK_DATA", "x", "PENSTOCK_OPTS", "-Xmx1g", "HOME", "y"), Map.of()).given())
            .isEmpty();
    }

    @Test
    void aKeyThatNoClientOfKafkaKnowsIsRefusedUnlessClassesOfTheOperatorMayKnowIt() {
        assertThatThrownBy(() -> Settings.of(KEYS, null, Map.of(), Map.of("kafka.nonsense", "1")))
            .isInstanceOf(InvalidSettingException.class).hasMessageContaining("kafka.nonsense");
        assertThatThrownBy(() -> Settings.of(KEYS, null, Map.of("PENSTOCK_KAFKA_SECURITY_PROTOCOLL", "SSL"), Map.of()))
            .isInstanceOf(InvalidSettingException.class).hasMessageContaining("did you mean kafka.security.protocol?");
        Map<String, String> known = Map.of("kafka.ssl.truststore.location", "t", "kafka.main.consumer.session.timeout.ms", "1",
            "kafka.replication.factor", "3", "kafka.topic.min.insync.replicas", "2", "kafka.producer.compression.type", "zstd");
        assertThat(Settings.of(KEYS, null, Map.of(), known).kafka()).hasSize(known.size());
        assertThat(Settings.of(KEYS, null, Map.of(), Map.of("kafka.metric.reporters", "my.Reporter", "kafka.my.key", "1")).kafka())
            .containsEntry("my.key", "1");
    }

    @Test
    void kafkaSettingsReachEveryClientWithoutTheirPrefix() {
        Settings settings = Settings.of(KEYS, null, Map.of("PENSTOCK_KAFKA_SASL_MECHANISM", "PLAIN"),
            Map.of("kafka.security.protocol", "SASL_SSL"));
        assertThat(settings.kafka()).containsEntry("security.protocol", "SASL_SSL").containsEntry("sasl.mechanism", "PLAIN");
    }
}
