package io.penstock.sink.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.penstock.schema.digest.Sha256;
import io.penstock.sink.risk.RiskContractException.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Risk contracts as JSON files: held against {@code risk-contract.schema.json} and against the hash that is their version. Thread-safe. */
public final class RiskContractFile {

    private static final String SCHEMA = "risk-contract.schema.json";
    private static final String PREFIX = "risk@";
    private static final int DIGITS = 12;

    private final ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private final Schema schema;

    /** Creates a reader and writer with the shipped schema. */
    public RiskContractFile() {
        try (InputStream in = RiskContractFile.class.getResourceAsStream(SCHEMA)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException e) {
            throw new UncheckedIOException(SCHEMA + " is missing from the jar", e);
        }
    }

    /**
     * Reads a contract.
     *
     * @throws RiskContractException where it is not there, not readable or not as it was made
     */
    public RiskContract read(Path file) {
        RiskContract contract = parse(file, text(file));
        if (!signed(contract).version().equals(contract.version())) {
            throw new RiskContractException(Code.RISK_CONTRACT_ALTERED, file + " says it is " + contract.version()
                + " but its content is not; restore the file, or make a new contract with 'penstock calibrate'", null);
        }
        return contract;
    }

    /** Returns the contract with the version that its content has. */
    public RiskContract signed(RiskContract contract) {
        RiskContract unsigned = versioned(contract, "");
        String hash = Sha256.hex(json(unsigned).getBytes(StandardCharsets.UTF_8));
        return versioned(contract, PREFIX + hash.substring(0, DIGITS));
    }

    /** Returns a contract as the text of its file. */
    public String json(RiskContract contract) {
        try {
            return mapper.writeValueAsString(contract);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a contract of plain values always becomes JSON", e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new RiskContractException(Code.RISK_CONTRACT_NOT_FOUND, "there is no readable risk contract " + file
                + "; correct sink.risk.contract, or make one with 'penstock calibrate'", e);
        }
    }

    private RiskContract parse(Path file, String json) {
        try {
            JsonNode tree = mapper.readTree(json);
            List<Error> errors = schema.validate(tree);
            if (!errors.isEmpty()) {
                Error first = errors.get(0);
                throw unreadable(file, first.getInstanceLocation() + " " + first.getMessage(), null);
            }
            return mapper.treeToValue(tree, RiskContract.class);
        } catch (JsonProcessingException e) {
            throw unreadable(file, e.getOriginalMessage(), e);
        }
    }

    private static RiskContractException unreadable(Path file, String why, Exception cause) {
        return new RiskContractException(Code.RISK_CONTRACT_UNREADABLE, file + " is no risk contract: " + why
            + "; restore the file, or make a new one with 'penstock calibrate'", cause);
    }

    private static RiskContract versioned(RiskContract contract, String version) {
        return new RiskContract(version, contract.created(), contract.model(), contract.delta(), contract.unit(), contract.maps(),
            contract.thresholds());
    }
}
