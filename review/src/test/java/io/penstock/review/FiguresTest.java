package io.penstock.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.penstock.review.figures.Proportion;
import io.penstock.review.figures.Summary;
import io.penstock.schema.FieldKind;
import io.penstock.schema.NumberStatus;
import io.penstock.schema.RecognizedNumber;
import io.penstock.schema.Source;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the dashboard tells. */
class FiguresTest {

    @TempDir
    private Path state;

    @Test
    void readRateAndErrorRateAreCountedFromNumbers() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of())) {
            for (int i = 0; i < 8; i++) {
                driver.number(machine(i, i < 2 ? NumberStatus.REVIEW : NumberStatus.ACCEPTED), i);
            }
            driver.number(sampled(3, "QUALITY_SAMPLE"), 10);
            driver.number(sampled(4, "QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD"), 11);
            driver.number(sampled(5, "QUALITY_SAMPLE", "QUALITY_SAMPLE_MISREAD"), 12);
            driver.number(sampled(5, "QUALITY_SAMPLE"), 5000);

            Summary summary = driver.summary();
            assertThat(summary.accepted()).isEqualTo(6);
            assertThat(summary.review()).isEqualTo(2);
            assertThat(summary.forms()).containsExactly(new Summary.Form("card", 8, 2));
            assertThat(summary.error().count()).as("an answer that is corrected counts once").isEqualTo(3);
            assertThat(summary.wrong()).isEqualTo(1);
        }
    }

    @Test
    void peopleAreToldWhatTheyDidHowFastAndHowOftenItHeld() {
        try (ReviewDriver driver = new ReviewDriver(state, Map.of("review.double.kinds", "zip"))) {
            for (int i = 0; i < 4; i++) {
                String review = i + ".pdf/s1/1/zip";
                driver.ask(Tasks.zip(review));
                key(driver, review, "ann", i == 0 ? "94108" : "94103", i * 100);
                key(driver, review, "bob", "94103", i * 100 + 20);
                if (i == 0) {
                    key(driver, review, "dora", "94103", i * 100 + 40);
                }
            }

            List<Summary.Person> people = driver.summary().people();
            assertThat(people).extracting(Summary.Person::reviewer).containsExactly("ann", "bob", "dora");
            assertThat(people.get(0).answers()).isEqualTo(4);
            assertThat(people.get(0).seconds().orElseThrow()).isCloseTo(4, offset(0.3));
            assertThat(people).extracting(person -> person.agreement().orElseThrow()).containsExactly(0.75, 1.0, 1.0);
            assertThat(driver.summary().throughput().values()).containsExactly(9L);
        }
    }

    @Test
    void anErrorRateComesWithWhatItMayBe() {
        assertThat(Proportion.of(5, 100).low()).isCloseTo(0.0215, offset(0.0001));
        assertThat(Proportion.of(5, 100).high()).isCloseTo(0.1118, offset(0.0001));
        assertThat(Proportion.of(0, 300).low()).isZero();
        assertThat(Proportion.of(0, 300).high()).isCloseTo(0.0126, offset(0.0001));
        assertThat(Proportion.of(0, 0)).isEqualTo(new Proportion(0, 0, 0, 1));
    }

    private static void key(ReviewDriver driver, String review, String reviewer, String text, long second) {
        driver.take("l" + second, review, reviewer, second);
        driver.answer("a" + second, review, "l" + second, reviewer, text, second + 10);
    }

    private static RecognizedNumber machine(int i, NumberStatus status) {
        return Tasks.number(i + ".pdf/s1/1/zip", FieldKind.ZIP, "94103", "94103").setStatus(status).build();
    }

    private static RecognizedNumber sampled(int i, String... reasons) {
        return Tasks.number(i + ".pdf/s1/1/zip", FieldKind.ZIP, "94103", "94103").setStatus(NumberStatus.ACCEPTED)
            .setSource(Source.HUMAN).setReasons(List.of(reasons)).build();
    }
}
