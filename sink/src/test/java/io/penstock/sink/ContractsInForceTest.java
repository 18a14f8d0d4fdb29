package io.penstock.sink;

import static io.penstock.sink.Readings.page;
import static io.penstock.sink.SinkDriver.CLEAR;
import static io.penstock.sink.SinkDriver.UNCLEAR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.sink.risk.Contracts;
import io.penstock.sink.risk.RiskContract;
import io.penstock.sink.risk.RiskContractFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractsInForceTest {

    private final RiskContractFile files = new RiskContractFile();
    private int offset;

    @TempDir
    private Path folder;

    @Test
    void aContractDecidesAndIsNamedInTheRecord() throws IOException {
        RiskContract contract = files.signed(Contracts.ofZip("test-model", 0.9));
        Path file = Files.writeString(folder.resolve("contract.json"), files.json(contract));
        try (SinkDriver sink = new SinkDriver(folder.resolve("state"), Map.of("sink.risk.contract", file.toString()))) {
            read(sink, "test-model", CLEAR, UNCLEAR);
            assertThat(sink.numbers().readValuesToList()).extracting(RecognizedNumber::getStatus, RecognizedNumber::getContract)
                .containsExactly(tuple(NumberStatus.ACCEPTED, contract.version()), tuple(NumberStatus.REVIEW, contract.version()));
        }
    }

    @Test
    void aContractThatComesWithANewModelIsInForceWithoutARestart() throws IOException {
        Path old = write("old.json", "test-model");
        Path next = write("next.json", "another");
        try (SinkDriver sink = new SinkDriver(folder.resolve("state"), Map.of("sink.risk.contract", old + "," + next,
            "sink.risk.reload.interval.ms", "0"))) {
            assertThat(read(sink, "test-model", CLEAR).getStatus()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(read(sink, "new-model", CLEAR).getReasons()).containsExactly("RISK_CONTRACT_OTHER_MODEL");
            write("next.json", "new-model");
            assertThat(read(sink, "new-model", CLEAR).getStatus()).isEqualTo(NumberStatus.ACCEPTED);
            Files.writeString(next, "no contract");
            assertThat(read(sink, "new-model", CLEAR).getStatus()).isEqualTo(NumberStatus.ACCEPTED);
            assertThat(read(sink, "test-model", CLEAR).getStatus()).isEqualTo(NumberStatus.ACCEPTED);
        }
    }

    private Path write(String name, String model) throws IOException {
        return Files.writeString(folder.resolve(name), files.json(files.signed(Contracts.ofZip(model, 0.9))));
    }

    private RecognizedNumber read(SinkDriver sink, String model, ClassifiedField... fields) {
        sink.read(page("doc", offset++, 1, 1, List.of(fields)).setModel(model).build());
        return fields.length == 1 ? sink.numbers().readValue() : null;
    }
}
