package io.penstock.app.output;

import io.penstock.schema.FieldKind;
import io.penstock.schema.RecognizedNumber;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints results as comma-separated values; a lost document has status DEAD_LETTER and its code and message as reasons. */
final class CsvPrinter implements ResultPrinter {

    private static final List<String> COLUMNS = List.of("document", "page", "form", "field", "kind", "text", "value", "confidence",
        "status", "reasons", "source", "model", "formVersion", "copy");

    private final PrintStream out;
    private boolean headed;

    CsvPrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void number(RecognizedNumber number) {
        line(number.getDocument(), number.getPage(), number.getForm(), number.getField(),
            number.getKind() == FieldKind.UNKNOWN ? "" : number.getKind().name().toLowerCase(Locale.ROOT), number.getText(),
            number.getValue(), number.getConfidence(), number.getStatus(), String.join(" ", number.getReasons()), number.getSource(),
            number.getModel(), number.getFormVersion(), number.getCopy());
    }

    @Override
    public void loss(String document, DocumentOutcome.Loss loss) {
        line(document, null, null, null, null, null, null, null, "DEAD_LETTER", loss.stage() + " " + loss.code() + " " + loss.message(),
            null, null, null, null);
    }

    private void line(Object... values) {
        if (!headed) {
            out.println(CsvLine.of(COLUMNS.toArray()));
            headed = true;
        }
        out.println(CsvLine.of(values));
    }
}
