package io.penstock.review.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The unit tests of the console's scripts, run by the Node that Playwright brings: a machine for tests need not have one. */
class ConsoleScriptsTest {

    private static final Path TESTS = Path.of("src/test/js/console");

    @Test
    void theScriptsPassTheirTests() throws IOException, InterruptedException {
        Driver driver = Driver.ensureDriverInstalled(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"), false);
        List<String> command = new ArrayList<>(List.of(driver.driverDir().resolve("node").toString(), "--test"));
        try (Stream<Path> files = Files.list(TESTS)) {
            files.filter(file -> file.toString().endsWith(".test.mjs")).sorted().forEach(file -> command.add(file.toString()));
        }
        Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(node.getInputStream().readAllBytes());
        assertThat(node.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("pass [1-9]\\d");
    }
}
