package io.penstock.train.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A report as one HTML file that needs nothing beside it: style and pictures are inside. Reads well light, dark and on paper.
 *
 * <p>Everything given is text and is escaped; there is no way to put markup in. Not thread-safe.
 */
public final class HtmlPage {

    /** What counts as a number and so stands at the right of its column: 1,234 · 99.75 % · -0.3 · 1.2e-5 · 99.4 ± 0.1 · 3 MB · – */
    private static final Pattern NUMBER = Pattern.compile(
        "[-+−<>≤≥ ]*[0-9][0-9,.]*(e-?[0-9]+)?( ?[%×])?( ?(±|to|of|/) ?[0-9][0-9,.]*( ?%)?)?( (s|ms|min|h|KB|MB|img/s|glyphs/s))?|–|");

    private final String title;
    private final StringBuilder body = new StringBuilder();
    private boolean inFigures;

    private HtmlPage(String title) {
        this.title = title;
        element("h1", title);
    }

    /** Begins a page with a title, which is also its first heading. */
    public static HtmlPage titled(String title) {
        return new HtmlPage(title);
    }

    /** Adds the paragraph that says in two or three sentences what the page shows and what came out. */
    public HtmlPage lead(String text) {
        return element("p class=\"lead\"", text);
    }

    /** Begins a section. */
    public HtmlPage section(String heading) {
        return element("h2", heading);
    }

    /** Begins a part of a section. */
    public HtmlPage subsection(String heading) {
        return element("h3", heading);
    }

    /** Adds a paragraph. */
    public HtmlPage paragraph(String text) {
        return element("p", text);
    }

    /** Adds a paragraph in small print: how something was measured, what a figure leaves out. */
    public HtmlPage note(String text) {
        return element("p class=\"note\"", text);
    }

    /** Adds lines that keep their spaces and stand in a fixed width, such as a command. */
    public HtmlPage preformatted(String text) {
        return element("pre", text);
    }

    /**
     * Adds a table; cells that hold a number stand at the right of their column.
     *
     * @param caption what it shows
     * @param header  heading of each column
     * @param rows    as many cells each as there are headings
     */
    public HtmlPage table(String caption, List<String> header, List<List<String>> rows) {
        rows.stream().filter(row -> row.size() != header.size()).findFirst().ifPresent(row -> {
            throw new IllegalArgumentException("table '" + caption + "' has " + header.size() + " columns and a row of " + row.size());
        });
        endFigures();
        body.append("<div class=\"wide\"><table>\n<caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            cell("th", header.get(column), isNumeric(rows, column));
        }
        body.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            row.forEach(text -> cell("td", text, isNumber(text)));
            body.append("</tr>\n");
        }
        body.append("</tbody></table></div>\n");
        return this;
    }

    /**
     * Adds a picture; those that follow each other stand side by side where there is room.
     *
     * @param png     the picture
     * @param alt     what it shows, for those who cannot see it
     * @param caption line beneath it
     */
    public HtmlPage figure(byte[] png, String alt, String caption) {
        if (!inFigures) {
            body.append("<div class=\"figures\">\n");
            inFigures = true;
        }
        body.append("<figure><img src=\"data:image/png;base64,").append(Base64.getEncoder().encodeToString(png)).append("\" alt=\"")
            .append(escape(alt)).append("\"><figcaption>").append(escape(caption)).append("</figcaption></figure>\n");
        return this;
    }

    /** Returns the whole file. */
    public String html() {
        endFigures();
        return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>" + escape(title) + "</title>\n<style>\n"
            + style() + "</style>\n</head>\n<body>\n<main>\n" + body + "</main>\n</body>\n</html>\n";
    }

    /** Writes the whole file, in UTF-8; its folder is made where it is not there. */
    public void write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, html());
        } catch (IOException e) {
            throw new UncheckedIOException("the report " + file + " cannot be written", e);
        }
    }

    private HtmlPage element(String tag, String text) {
        endFigures();
        body.append('<').append(tag).append('>').append(escape(text)).append("</").append(tag.split(" ")[0]).append(">\n");
        return this;
    }

    private void cell(String tag, String text, boolean number) {
        body.append('<').append(tag).append(number ? " class=\"n\">" : ">").append(escape(text)).append("</").append(tag).append('>');
    }

    private void endFigures() {
        if (inFigures) {
            body.append("</div>\n");
            inFigures = false;
        }
    }

    private static boolean isNumeric(List<List<String>> rows, int column) {
        return !rows.isEmpty() && rows.stream().allMatch(row -> isNumber(row.get(column)));
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("report.css belongs to this jar", e);
        }
    }
}
