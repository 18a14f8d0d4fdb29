package io.penstock.app.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.penstock.schema.Alternative;
import io.penstock.schema.Box;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.RecognizedNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** The JSON lines of results: the contract that others script against. Fields keep their order and are never left out. */
public final class JsonLines {

    private static final int DECIMALS = 7;

    private final ObjectMapper mapper = JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    /** Returns the line of one number. */
    public String number(RecognizedNumber number) {
        ObjectNode line = mapper.createObjectNode();
        line.put("document", number.getDocument());
        line.put("page", number.getPage());
        line.put("form", number.getForm());
        line.put("field", number.getField());
        line.put("kind", number.getKind() == FieldKind.UNKNOWN ? null : number.getKind().name().toLowerCase(Locale.ROOT));
        line.put("text", number.getText());
        line.put("value", number.getValue());
        line.put("confidence", probability(number.getConfidence()));
        line.put("status", number.getStatus().name());
        ArrayNode reasons = line.putArray("reasons");
        number.getReasons().forEach(reasons::add);
        ArrayNode digits = line.putArray("digits");
        number.getDigits().forEach(digit -> addDigit(digits.addObject(), digit));
        line.put("source", number.getSource().name());
        line.put("model", number.getModel());
        line.put("formVersion", number.getFormVersion());
        line.put("raw", number.getRaw());
        line.put("review", number.getReview());
        line.put("contract", number.getContract());
        line.put("copy", number.getCopy());
        return text(line);
    }

    /** Returns the line of a document, or a page of it, that no stage could handle. */
    public String loss(String document, DocumentOutcome.Loss loss) {
        ObjectNode line = mapper.createObjectNode();
        line.put("document", document);
        line.put("status", "DEAD_LETTER");
        line.put("stage", loss.stage());
        line.put("code", loss.code());
        line.put("message", loss.message());
        return text(line);
    }

    private static void addDigit(ObjectNode node, Digit digit) {
        node.put("digit", digit.getDigit());
        node.put("confidence", probability(digit.getConfidence()));
        ArrayNode alternatives = node.putArray("alternatives");
        for (Alternative alternative : digit.getAlternatives()) {
            alternatives.addArray().add(alternative.getDigit()).add(probability(alternative.getConfidence()));
        }
        Box box = digit.getBox();
        node.putArray("box").add(box.getX()).add(box.getY()).add(box.getWidth()).add(box.getHeight());
    }

    /** Cuts off, so that what is not certain never prints as 1. */
    private static BigDecimal probability(Double value) {
        if (value == null) {
            return null;
        }
        BigDecimal cut = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.DOWN).stripTrailingZeros();
        return cut.signum() == 0 ? BigDecimal.ZERO : cut;
    }

    private String text(JsonNode line) {
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values always becomes JSON", e);
        }
    }
}
