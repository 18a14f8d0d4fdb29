package io.penstock.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Numbers;
import io.penstock.schema.Alternative;
import io.penstock.schema.Box;
import io.penstock.schema.Digit;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that others script against, to the letter. */
class JsonLinesTest {

    private final JsonLines lines = new JsonLines();

    @Test
    void aNumberHasTheContractsFieldsInTheContractsOrder() {
        var number = Numbers.number("a.pdf", 1, 1, 0, 1).setForm("zip-card").setFormVersion("1").setField("zip").setKind(FieldKind.ZIP)
            .setText("9").setRaw("9").setValue("9").setConfidence(0.99871234567)
            .setDigits(List.of(new Digit("9", 0.99999999999, List.of(new Alternative("4", 0.00004)), new Box(1, 2, 3, 4))))
            .setStatus(NumberStatus.ACCEPTED).setModel("digits@1").build();

        assertThat(lines.number(number)).isEqualTo("{\"document\":\"a.pdf\",\"page\":1,\"form\":\"zip-card\",\"field\":\"zip\","
            + "\"kind\":\"zip\",\"text\":\"9\",\"value\":\"9\",\"confidence\":0.9987123,\"status\":\"ACCEPTED\",\"reasons\":[],"
            + "\"digits\":[{\"digit\":\"9\",\"confidence\":0.9999999,\"alternatives\":[[\"4\",0.00004]],\"box\":[1,2,3,4]}],"
            + "\"source\":\"MACHINE\",\"model\":\"digits@1\",\"formVersion\":\"1\",\"raw\":\"9\",\"review\":null,"
            + "\"contract\":null,\"copy\":1}");
    }

    @Test
    void noConfidenceIsNull() {
        assertThat(lines.number(Numbers.number("a.pdf", 1, 1, 0, 1).build())).contains("\"confidence\":null");
    }

    @Test
    void aWholePageHasNeitherFieldNorKind() {
        assertThat(lines.number(Numbers.number("a.pdf", 1, 1, 0, 1).setKind(FieldKind.UNKNOWN).setField(null).build()))
            .contains("\"field\":null,\"kind\":null");
    }

    @Test
    void aLostDocumentSaysWhereAndWhy() {
        assertThat(lines.loss("b.pdf", new DocumentOutcome.Loss("ingest", "PDF_ENCRYPTED", "it \"needs\" a password")))
            .isEqualTo("{\"document\":\"b.pdf\",\"status\":\"DEAD_LETTER\",\"stage\":\"ingest\",\"code\":\"PDF_ENCRYPTED\","
                + "\"message\":\"it \\\"needs\\\" a password\"}");
    }
}
