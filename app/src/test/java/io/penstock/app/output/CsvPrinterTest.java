package io.penstock.app.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Numbers;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvPrinterTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1.pdf", "+1.pdf", "-1.pdf", "@sum.pdf", "\t=1.pdf", "\r=1.pdf"})
    void noCellIsAFormula(String document) {
        String number = printed(printer -> printer.number(Numbers.number(document, 1, 1, 0, 1).setValue("-5").build()));
        assertThat(number).contains("'" + document).contains(",\"'-5\",");
        String loss = printed(printer -> printer.loss(document, new DocumentOutcome.Loss("ingest", "EMPTY", "no bytes")));
        assertThat(loss).contains("'" + document);
    }

    @Test
    void whatIsHarmlessStaysAsItIs() {
        assertThat(printed(printer -> printer.number(Numbers.number("a-1=2.pdf", 1, 1, 0, 1).setValue("2019-04-28").build())))
            .contains("a-1=2.pdf,1,").contains(",2019-04-28,").doesNotContain("'");
    }

    private static String printed(Consumer<ResultPrinter> print) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        print.accept(ResultFormat.csv.printer(new PrintStream(out, true, StandardCharsets.UTF_8)));
        return out.toString(StandardCharsets.UTF_8);
    }
}
