package io.penstock.app.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.penstock.app.Numbers;
import io.penstock.schema.RecognizedNumber;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which number belongs to which line of the truth where a page holds several forms. */
class SheetPairingTest {

    @TempDir
    private Path folder;

    private List<Truth> truths;

    @BeforeEach
    void write() throws IOException {
        Path csv = Files.writeString(folder.resolve("truth.csv"), """
            file,field,written,value,form,copy
            a.pdf,zip,11111,11111,card,1
            a.pdf,date,22222,22222,cheque,2
            a.pdf,amount,333,333,cheque,2
            a.pdf,zip,44444,44444,card,3
            a.pdf,zip,55555,55555,card,1
            """);
        truths = Truth.read(csv);
    }

    private static RecognizedNumber number(int page, int copy, String field, String text) {
        return Numbers.number("a.pdf", page, 2, 0, 1).setCopy(copy).setField(field).setText(text).build();
    }

    private List<String> read(RecognizedNumber... numbers) {
        NumberScorer scorer = new NumberScorer(false);
        scorer.add(folder.resolve("a.pdf"), List.of(numbers));
        return scorer.score(truths).stream().map(field -> field.number().map(RecognizedNumber::getText).orElse("-")).toList();
    }

    @Test
    void eachFormOfAPageIsPairedWithItself() {
        assertThat(read(number(1, 1, "zip", "11111"), number(1, 2, "date", "22222"), number(1, 2, "amount", "334"),
            number(1, 3, "zip", "44449"), number(2, 1, "zip", "55555"))).containsExactly("11111", "22222", "334", "44449", "55555");
    }

    @Test
    void oneThatWasNotFoundPutsNoOtherOutOfStep() {
        assertThat(read(number(1, 1, "date", "22222"), number(1, 1, "amount", "333"), number(1, 2, "zip", "44444"),
            number(2, 1, "zip", "55555"))).containsExactly("-", "22222", "333", "44444", "55555");
    }

    @Test
    void oneThatIsReadWrongIsPairedAllTheSame() {
        assertThat(read(number(1, 1, "zip", "99999"), number(2, 1, "zip", "55555"))).containsExactly("99999", "-", "-", "-", "55555");
    }
}
