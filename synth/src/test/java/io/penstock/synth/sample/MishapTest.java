package io.penstock.synth.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.synth.form.TestForms;
import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import io.penstock.synth.option.PenOptions;
import io.penstock.synth.option.SampleOptions;
import io.penstock.synth.option.ScanFormat;
import io.penstock.synth.option.ScanOptions;
import io.penstock.synth.option.Tone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MishapTest {

    private static final ScanOptions SCAN = new ScanOptions(1.5, 0.2, 100, 100, Tone.MIXED, List.of(ScanFormat.PNG));

    private static final PenOptions OFTEN_BLANK = new PenOptions(0.2, 0, 0, 1);

    @TempDir
    private Path directory;

    private List<Path> generate(String name, Mishaps mishaps) throws IOException {
        return SampleGenerator.generate(new SampleOptions(4, 1, 5, OFTEN_BLANK, SCAN, mishaps),
            List.of(TestForms.tally(), TestForms.cheque()), directory.resolve(name), (done, total, file) -> { });
    }

    private String truth(String name) throws IOException {
        return Files.readString(directory.resolve(name).resolve("truth.csv"));
    }

    private static List<String> bytes(List<Path> files) throws IOException {
        List<String> bytes = new ArrayList<>();
        for (Path file : files) {
            bytes.add(file.getFileName() + " " + Arrays.hashCode(Files.readAllBytes(file)));
        }
        return bytes;
    }

    @ParameterizedTest
    @EnumSource
    void spoilsThePageAndLeavesTheTruthAlone(Mishap mishap) throws IOException {
        List<String> sound = bytes(generate("sound", Mishaps.none()));
        List<String> spoilt = bytes(generate("spoilt", Mishaps.of(mishap, 1)));
        assertThat(spoilt).isNotEqualTo(sound).hasSameSizeAs(sound);
        if (mishap == Mishap.MARKS) {
            assertThat(truth("spoilt")).isNotEqualTo(truth("sound")).hasLineCount((int) truth("sound").lines().count());
        } else if (mishap == Mishap.COPIES) {
            List<String> lines = truth("spoilt").lines().toList();
            assertThat(lines.get(0)).isEqualTo("file,field,written,value,form,copy");
            assertThat(lines.stream().filter(line -> line.endsWith(",1")).map(line -> line.replaceFirst(",[^,]*,1$", "")))
                .containsExactlyElementsOf(truth("sound").lines().skip(1).toList());
            assertThat(lines).anyMatch(line -> line.endsWith(",mini-tally,2")).anyMatch(line -> line.endsWith(",mini-cheque,2"));
        } else {
            assertThat(truth("spoilt")).isEqualTo(truth("sound"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void changesNothingAtZero(Mishap mishap) throws IOException {
        assertThat(bytes(generate("zero", Mishaps.of(mishap, 0)))).isEqualTo(bytes(generate("none", Mishaps.none())));
        assertThat(truth("zero")).isEqualTo(truth("none"));
    }

    @ParameterizedTest
    @EnumSource
    void sameSeedGivesTheSameBytes(Mishap mishap) throws IOException {
        assertThat(bytes(generate("once", Mishaps.of(mishap, 0.6)))).isEqualTo(bytes(generate("again", Mishaps.of(mishap, 0.6))));
    }

    @Test
    void knobsOutOfRangeAreRefused() {
        assertThatThrownBy(() -> Mishaps.of(Mishap.STREAKS, 1.5)).hasMessage("streaks is from 0 to 1, not 1.5");
    }
}
