package io.penstock.sink.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.sink.risk.RiskContractException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RiskContractFileTest {

    private final RiskContractFile files = new RiskContractFile();

    @TempDir
    private Path folder;

    private Path write(String json) throws IOException {
        return Files.writeString(folder.resolve("contract.json"), json);
    }

    private void assertRefused(Path file, Code code) {
        assertThatThrownBy(() -> files.read(file)).isInstanceOfSatisfying(RiskContractException.class,
            e -> assertThat(e.code()).isEqualTo(code)).hasMessageContaining("penstock calibrate").hasMessageContaining(file.toString());
    }

    @Test
    void aContractIsReadAsItWasWritten() throws IOException {
        RiskContract contract = files.signed(Contracts.ofZip("test-model", 0.9));
        assertThat(files.read(write(files.json(contract)))).isEqualTo(contract);
    }

    @Test
    void anEditedContractIsRefused() throws IOException {
        String json = files.json(files.signed(Contracts.ofZip("test-model", 0.9)));
        assertRefused(write(json.replace("0.9,", "0.5,")), Code.RISK_CONTRACT_ALTERED);
    }

    @Test
    void whatIsNoContractIsRefused() throws IOException {
        assertRefused(write("{\"version\": 7}"), Code.RISK_CONTRACT_UNREADABLE);
        assertRefused(write("risk: 0.01"), Code.RISK_CONTRACT_UNREADABLE);
        assertRefused(folder.resolve("none.json"), Code.RISK_CONTRACT_NOT_FOUND);
    }
}
