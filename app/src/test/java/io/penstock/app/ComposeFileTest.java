package io.penstock.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.command.PenstockCommand;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What {@code docker-compose.yml} promises, as far as it can be seen without a container. */
class ComposeFileTest {

    private Map<String, Map<String, Object>> services;

    @BeforeEach
    void read() throws IOException {
        try (Reader reader = Files.newBufferedReader(Path.of("..", "docker-compose.yml"))) {
            Map<String, Map<String, Map<String, Object>>> file = new Yaml().load(reader);
            services = file.get("services");
        }
    }

    @Test
    void theBrokerWritesToItsVolumeAndComesBack() {
        Map<String, Object> broker = services.get("broker");
        assertThat(list(broker, "volumes")).containsExactly("broker:" + environment(broker).get("KAFKA_LOG_DIRS"));
        assertThat(broker).containsEntry("restart", "unless-stopped");
    }

    @Test
    void eachStageHasAServiceWhoseContainersShareNoState() {
        assertThat(services).containsKeys(Stage.names().toArray(String[]::new));
        for (String stage : Stage.names()) {
            Map<String, Object> service = services.get(stage);
            assertThat(list(service, "volumes")).containsExactly(String.valueOf(environment(service).get("PENSTOCK_STREAMS_STATE_DIR")));
            assertThat(list(service, "command")).startsWith("stage", stage);
        }
    }

    @Test
    void allCommandsAreCommands() {
        services.values().stream().filter(service -> service.containsKey("build")).map(service -> list(service, "command"))
            .forEach(command -> PenstockCommand.commandLine().parseArgs(command.toArray(String[]::new)));
    }

    @SuppressWarnings("unchecked")
    private static List<String> list(Map<String, Object> service, String name) {
        return (List<String>) service.get(name);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> environment(Map<String, Object> service) {
        return (Map<String, Object>) service.get("environment");
    }
}
