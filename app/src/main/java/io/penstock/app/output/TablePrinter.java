package io.penstock.app.output;

import io.penstock.schema.RecognizedNumber;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints results as columns for people; widths are fixed, so that lines appear as soon as they are known. */
final class TablePrinter implements ResultPrinter {

    private static final String LINE = "%-28s %4s  %-16s %-14s %-14s %8s  %-11s %s";
    private static final int DOCUMENT_WIDTH = 28;

    private final PrintStream out;
    private boolean headed;

    TablePrinter(PrintStream out) {
        this.out = out;
    }

    @Override
    public void number(RecognizedNumber number) {
        String copy = number.getCopy() == 1 ? "" : " #" + number.getCopy();
        String field = number.getField() == null ? "(whole page)" : number.getField() + copy;
        String confidence = number.getConfidence() == null ? "-" : percent(number.getConfidence());
        line(number.getDocument(), Integer.toString(number.getPage()), field, number.getText(),
            number.getValue() == null ? "-" : number.getValue(), confidence, number.getStatus().name(), reasons(number.getReasons()));
    }

    @Override
    public void loss(String document, DocumentOutcome.Loss loss) {
        line(document, "", "", "", "", "", "DEAD_LETTER", loss.stage() + " " + loss.code() + ": " + loss.message());
    }

    private void line(String document, String page, String field, String text, String value, String confidence, String status, String why) {
        if (!headed) {
            out.println(String.format(Locale.ROOT, LINE, "DOCUMENT", "PAGE", "FIELD", "TEXT", "VALUE", "CONF %", "STATUS", "REASONS"));
            headed = true;
        }
        out.println(String.format(Locale.ROOT, LINE, shortened(document), page, field, text, value, confidence, status, why)
            .stripTrailing());
    }

    /** Cuts off, so that what is not certain never prints as 100. */
    private static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.2f", Math.floor(confidence * 10_000) / 100);
    }

    private static String shortened(String document) {
        return document.length() <= DOCUMENT_WIDTH ? document : "…" + document.substring(document.length() - DOCUMENT_WIDTH + 1);
    }

    private static String reasons(List<String> reasons) {
        return String.join(" ", reasons);
    }
}
