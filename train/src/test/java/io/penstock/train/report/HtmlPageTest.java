package io.penstock.train.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPageTest {

    private static final String HOSTILE = "<script>alert(\"1\" & '2')</script>";
    private static final String HARMLESS = "&lt;script&gt;alert(&quot;1&quot; &amp; &#39;2&#39;)&lt;/script&gt;";

    @Test
    void textIsNeverMarkup() {
        String html = HtmlPage.titled(HOSTILE).lead(HOSTILE).section(HOSTILE).subsection(HOSTILE).paragraph(HOSTILE).note(HOSTILE)
            .preformatted(HOSTILE).table(HOSTILE, List.of(HOSTILE), List.of(List.of(HOSTILE))).figure(new byte[1], HOSTILE, HOSTILE).html();
        assertThat(html).doesNotContain("<script").contains("<title>" + HARMLESS + "</title>", "alt=\"" + HARMLESS + "\"");
        assertThat(html.split(java.util.regex.Pattern.quote(HARMLESS), -1)).hasSize(14);
    }

    @Test
    void nothingIsFetchedFromElsewhere() {
        String html = HtmlPage.titled("a").figure(new byte[] {1, 2, 3}, "three bytes", "bytes").paragraph("end").html();
        assertThat(html).contains("src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(new byte[] {1, 2, 3}))
            .doesNotContain("http", "<link", "@import", "url(");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "1,234", "99.75 %", "-0.3", "1.2e-5", "99.4 ± 0.1", "99.40 % ± 0.10 %", "3.1 MB", "≤ 0.001", "–",
        "1.5 ×"})
    void numbersStandAtTheRight(String number) {
        String html = HtmlPage.titled("a").table("t", List.of("what", "value"), List.of(List.of("some 7 words", number))).html();
        assertThat(html).contains("<td>some 7 words</td><td class=\"n\">").contains("<th>what</th><th class=\"n\">value</th>");
    }

    @Test
    void neighbouringFiguresShareARow() {
        String html = HtmlPage.titled("a").figure(new byte[1], "a", "a").figure(new byte[1], "b", "b").paragraph("p").html();
        assertThat(html).containsOnlyOnce("<div class=\"figures\">").containsPattern("</figure>\\s+</div>\\s+<p>p</p>");
    }

    @Test
    void aRowThatIsTooShortIsRefused() {
        assertThatThrownBy(() -> HtmlPage.titled("a").table("speeds", List.of("a", "b"), List.of(List.of("1"))))
            .hasMessageContaining("speeds").hasMessageContaining("2 columns");
    }

    @Test
    void theFileIsTheWholePage(@TempDir Path folder) throws Exception {
        HtmlPage page = HtmlPage.titled("Größe ±").lead("one");
        page.write(folder.resolve("deep/report.html"));
        assertThat(Files.readString(folder.resolve("deep/report.html"))).isEqualTo(page.html()).startsWith("<!DOCTYPE html>");
    }
}
