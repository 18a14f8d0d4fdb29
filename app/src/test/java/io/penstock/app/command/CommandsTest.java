package io.penstock.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.config.Settings;
import io.penstock.app.config.SettingsReference;
import io.penstock.app.stage.Stage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {

    static Stream<String> ownCommands() {
        return tree(PenstockCommand.commandLine()).map(command -> command.getCommandSpec().qualifiedName(" "))
            .filter(name -> !name.matches(".*(help|generate-completion)"));
    }

    @ParameterizedTest
    @MethodSource("ownCommands")
    void helpShowsAnExample(String name) {
        CommandLine command = tree(PenstockCommand.commandLine()).filter(one -> one.getCommandSpec().qualifiedName(" ").equals(name))
            .findFirst().orElseThrow();
        assertThat(command.getUsageMessage()).contains("Example:").contains("./" + name);
    }

    @Test
    void theContractsCommandsAreThere() {
        assertThat(ownCommands()).contains("penstock read", "penstock up", "penstock stage", "penstock submit", "penstock consume",
            "penstock topics create", "penstock dead-letters list", "penstock dead-letters show", "penstock dead-letters replay",
            "penstock forms check", "penstock forms init", "penstock forms draw",
            "penstock forms list", "penstock evaluate digits", "penstock evaluate numbers", "penstock train",
            "penstock tune", "penstock compress", "penstock calibrate", "penstock calibrate digits", "penstock report", "penstock samples",
            "penstock models list", "penstock models show",
            "penstock models verify", "penstock models export", "penstock correct", "penstock corrections export", "penstock users add");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read", "read --format xml x", "read no-such-file", "nonsense", "stage nowhere", "read --as poem .",
        "read --set no.such.key=1 .", "read --form a --as zip .", "correct a-review", "correct a-review 12 --empty", "correct a-review 12a",
        "correct a-review 1 2", "dead-letters replay", "consume no-such-topic", "models show nothing", "models export digits",
        "models list --models no-such-folder", "read --set classify.ensemble=no-such-ensemble .", "tune",
        "tune --space no-such-space.yaml", "compress", "compress --model cnn", "compress --model cnn --channels 1",
        "report --models no-such-folder", "report --rubbish 0", "calibrate digits", "evaluate digits --rubbish", "calibrate",
        "calibrate --truth none.csv", "calibrate --truth x --risk poem=0.1",
        "calibrate --truth x --risk zip=1", "evaluate numbers", "read --set sink.risk.contract=no-such-contract.json ."})
    void badArgumentsEndWithTwoAndAMessageOfAFewLines(String arguments) {
        StringWriter err = new StringWriter();
        int exit = PenstockCommand.commandLine().setErr(new PrintWriter(err)).execute(arguments.split(" "));
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).isNotBlank().doesNotContain("\tat ");
    }

    @ParameterizedTest
    @MethodSource("ownCommands")
    void everyCommandHasAHelpOption(String name) {
        StringWriter out = new StringWriter();
        String arguments = (name + " --help").replaceFirst("penstock ", "");
        int exit = PenstockCommand.commandLine().setOut(new PrintWriter(out)).execute(arguments.split(" "));
        assertThat(exit).isZero();
        assertThat(out.toString()).contains("Usage: " + name);
    }

    @Test
    void aClusterThatIsNotThereIsSaidInOneLine() {
        StringWriter err = new StringWriter();
        int exit = PenstockCommand.commandLine().setErr(new PrintWriter(err))
            .execute("correct", "--bootstrap-servers", "no-such-host.invalid:9092", "a-review", "94103");
        assertThat(exit).isEqualTo(1);
        assertThat(err.toString()).contains("no-such-host.invalid:9092").contains("./penstock up").hasLineCount(1);
    }

    @Test
    void theConfigurationPageIsCurrent() throws IOException {
        Path page = Path.of("..", "docs", "configuration.md");
        String current = new SettingsReference(Settings.of(Stage.definitions(), null, Map.of(), Map.of())).markdown();
        assertThat(Files.readString(page)).as("run: ./penstock config --format markdown > docs/configuration.md").isEqualTo(current);
    }

    @Test
    void everySettingIsDocumentedAndOfOneOwner() {
        List<ConfigKey> keys = Stage.definitions().stream().flatMap(definition -> definition.configKeys().values().stream())
            .toList();
        assertThat(keys).allSatisfy(key -> assertThat(key.documentation).as(key.name).isNotBlank());
        assertThat(keys).extracting(key -> key.name).doesNotHaveDuplicates();
    }

    private static Stream<CommandLine> tree(CommandLine root) {
        return Stream.concat(Stream.of(root), root.getSubcommands().values().stream().flatMap(CommandsTest::tree));
    }
}
