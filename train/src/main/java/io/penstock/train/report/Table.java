package io.penstock.train.report;

import java.util.Collections;
import java.util.List;

/**
 * A table that goes into a page and into Markdown alike.
 *
 * @param caption what it shows
 * @param header  heading of each column
 * @param rows    as many cells each as there are headings
 */
public record Table(String caption, List<String> header, List<List<String>> rows) {

    /** Adds it to a page. */
    public void addTo(HtmlPage page) {
        page.table(caption, header, rows);
    }

    /** Returns it as Markdown: the caption, an empty line, the table. */
    public String markdown() {
        StringBuilder text = new StringBuilder(caption).append("\n\n");
        line(text, header);
        line(text, Collections.nCopies(header.size(), "---"));
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append('|');
        cells.forEach(cell -> text.append(' ').append(cell.replace("|", "\\|")).append(" |"));
        text.append('\n');
    }
}
