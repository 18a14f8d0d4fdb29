package io.penstock.app.output;

import io.penstock.schema.RecognizedNumber;
import java.io.PrintStream;

/** How results are printed on stdout. */
public enum ResultFormat {
    /** One JSON object a line: the contract. */
    jsonl,
    /** Columns for people. */
    table,
    /** Comma-separated values with a header line. */
    csv;

    /** Returns a printer of this format. */
    public ResultPrinter printer(PrintStream out) {
        return switch (this) {
            case jsonl -> new JsonPrinter(out, new JsonLines());
            case table -> new TablePrinter(out);
            case csv -> new CsvPrinter(out);
        };
    }

    private record JsonPrinter(PrintStream out, JsonLines lines) implements ResultPrinter {

        @Override
        public void number(RecognizedNumber number) {
            out.println(lines.number(number));
        }

        @Override
        public void loss(String document, DocumentOutcome.Loss loss) {
            out.println(lines.loss(document, loss));
        }
    }
}
