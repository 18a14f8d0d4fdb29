package io.penstock.train.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.penstock.synth.digit.DataSetException;
import io.penstock.synth.handwriting.RecordedHand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PenRecordingsTest {

    private static final String HEADER = ".INCLUDE dene.doc\n.LEXICON \"0\" \"1\"\n.HIERARCHY DIGIT\n";

    @TempDir
    private Path folder;

    @Test
    void eachWritersDigitsAreTheirsStrokeByStroke() throws IOException {
        List<RecordedHand> hands = PenRecordings.read(file(HEADER + digit(7, 12, " 10 200\n 60 200\n 40 100\n", " 20 150\n 60 150\n")
            + digit(1, 3, " 5 90\n 5 10\n") + digit(7, 12, " 0 100\n 50 0\n")));

        assertThat(hands).hasSize(2);
        assertThat(hands.get(0).size()).isEqualTo(1);
        assertThat(hands.get(0).digits().get(1)).hasSize(1);
        assertThat(hands.get(1).digits().get(7)).hasSize(2);
        assertThat(hands.get(1).digits().get(7).get(0).strokes()).hasSize(2);
    }

    @Test
    void aRecordedDigitIsOneHighAndStandsOnItsLine() throws IOException {
        RecordedHand hand = PenRecordings.read(file(HEADER + digit(7, 1, " 10 200\n 60 200\n 40 100\n"))).get(0);

        assertThat(hand.digits().get(7).get(0).strokes().get(0)).containsExactly(0, 0, 0.5, 0, 0.3, 1);
    }

    @Test
    void whatIsNoRecordingIsRefusedWithAReason() throws IOException {
        Path cut = file(HEADER + ".SEGMENT DIGIT 0 ? \"8\"\n.COMMENT eight\n");
        assertThatThrownBy(() -> PenRecordings.read(cut)).isInstanceOf(DataSetException.class).hasMessageContaining("WRONG_LABEL");

        Path plain = Files.writeString(folder.resolve("plain.gz"), "no gzip");
        assertThatThrownBy(() -> PenRecordings.read(plain)).isInstanceOf(DataSetException.class).hasMessageContaining("NOT_FOUND");
    }

    private static String digit(int digit, int writer, String... strokes) {
        StringBuilder text = new StringBuilder(".SEGMENT DIGIT 0 ? \"" + digit + "\"\n.COMMENT " + digit + " " + writer + " 224\n");
        for (String stroke : strokes) {
            text.append(".PEN_DOWN\n").append(stroke).append(".PEN_UP\n.DT 100\n");
        }
        return text.toString();
    }

    private Path file(String text) throws IOException {
        Path file = folder.resolve("recorded.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
        return file;
    }
}
