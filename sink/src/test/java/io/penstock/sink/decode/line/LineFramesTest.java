package io.penstock.sink.decode.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.penstock.schema.Box;
import io.penstock.schema.LineReading;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.spelling.Layout;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineFramesTest {

    private static final int CLASSES = 13;
    private static final int NOTHING = 12;
    private static final int SEPARATOR = 10;
    private static final int MARK = 11;

    @Property(tries = 40)
    void aStringIsAsProbableAsAllWaysToLayItAlongTheFrames(@ForAll long seed) {
        float[][] frames = random(5, seed);
        Map<String, Double> all = new TreeMap<>();
        collect(frames, 0, -1, "", 1, all);
        LineFrames line = line(frames);

        assertThat(all.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-5));
        all.forEach((string, probability) -> assertThat(line.probability(string)).as(string).isCloseTo(probability, within(1e-6)));
    }

    @Property(tries = 40)
    void theSearchFindsTheMostProbableString(@ForAll long seed) {
        float[][] frames = random(5, seed);
        Map<String, Double> all = new TreeMap<>();
        collect(frames, 0, -1, "", 1, all);
        String best = all.entrySet().stream().max(Comparator.comparingDouble(Map.Entry::getValue)).orElseThrow().getKey();

        assertThat(line(frames).best(3)).first().isEqualTo(best);
    }

    @Property(tries = 40)
    void aLayoutIsAsProbableAsAllWaysToSeeItsSeparator(@ForAll long seed) {
        float[][] frames = random(5, seed);
        LineFrames line = line(frames);
        double none = line.probability("12", new Layout(0, false));
        double parted = line.probability("12", new Layout(1, false));
        double ended = line.probability("12", new Layout(0, true));

        assertThat(none + parted + ended + line.probability("12", new Layout(1, true))).isLessThanOrEqualTo(line.probability("12") + 1e-6);
        assertThat(parted).isLessThan(line.probability("12"));
    }

    /** Digits 1 and 2, a separator or mark, nothing: what a layout may look like, frame by frame. */
    @ParameterizedTest
    @CsvSource({"12121, 3, false", "12121, 3, true", "12121, 0, false", "12121, 0, true", "12121, 1, false", "12121, 2, true",
        "11212, 3, false", "1121, 2, true", "1122, 1, false", "11, 1, true", "11, 0, true", "1, 0, true", "1, 0, false", "1211, 3, true"})
    void aLayoutIsAsProbableAsAllFramesThatLookLikeIt(String string, int after, boolean ended) {
        Layout layout = new Layout(after, ended);
        Pattern look = Pattern.compile(look(string, layout));
        Random random = new Random(string.hashCode() + after);
        int count = 7;
        float[][] frames = random(count, random.nextLong());
        for (float[] frame : frames) {
            frame[MARK] = frame[SEPARATOR] / 3;
            frame[SEPARATOR] -= frame[MARK];
        }
        double sum = 0;
        char[] seen = new char[count];
        for (int way = 0; way < 1 << 2 * count; way++) {
            double probability = 1;
            for (int t = 0; t < count; t++) {
                int symbol = way >> 2 * t & 3;
                seen[t] = "12sn".charAt(symbol);
                probability *= switch (symbol) {
                    case 0 -> frames[t][1];
                    case 1 -> frames[t][2];
                    case 2 -> frames[t][SEPARATOR] + frames[t][MARK];
                    default -> frames[t][NOTHING];
                };
            }
            sum += look.matcher(CharBuffer.wrap(seen)).matches() ? probability : 0;
        }
        assertThat(sum).isPositive();
        assertThat(line(frames).probability(string, layout)).isCloseTo(sum, withinPercentage(0.01));
    }

    private static String look(String string, Layout layout) {
        StringBuilder look = new StringBuilder("[sn]*");
        for (int i = 0; i < string.length(); i++) {
            boolean twice = i > 0 && string.charAt(i) == string.charAt(i - 1);
            if (i > 0 && string.length() - i == layout.after()) {
                look.append("n*s+n*");
            } else if (i > 0) {
                boolean grouped = i < string.length() - layout.after() && layout.mayPart(string.length() - i);
                look.append(grouped ? "[sn]" : "n").append(twice ? "+" : "*");
            }
            look.append(string.charAt(i)).append('+');
        }
        return look.append(layout.ended() ? "n*s[sn]*" : "n*").toString();
    }

    @Test
    void whatStandsBeforeTheFirstDigitPartsNothing() {
        Path path = line(frames(SEPARATOR, NOTHING, 1, NOTHING, 2)).spelled("12");
        assertThat(path.steps()).extracting(Path.Step::symbol).containsExactly(1, 2);
    }

    @Test
    void aDigitIsAsClearAsItsClearestFrame() {
        float[][] frames = frames(NOTHING, 2, 2, 2, NOTHING);
        frames[1] = frames[3].clone();
        frames[1][2] = 0.6f;
        frames[3][2] = 0.7f;
        frames[1][NOTHING] = 0.35f;
        frames[3][NOTHING] = 0.25f;
        assertThat(line(frames).spelled("2").steps().get(0).edge().probability(2)).isCloseTo(0.95, within(1e-6));
    }

    @Test
    void aSeparatorIsSeenWhereItIs() {
        LineFrames line = line(frames(1, NOTHING, 2, SEPARATOR, 3, NOTHING, 4, NOTHING));

        assertThat(line.probability("1234", new Layout(2, false))).isGreaterThan(100 * line.probability("1234", new Layout(1, false)))
            .isGreaterThan(10 * line.probability("1234", new Layout(0, false)));
    }

    @Test
    void aDigitStandsWhereItsFramesAreAndASeparatorBetweenTheGroups() {
        float[][] frames = frames(NOTHING, 1, NOTHING, SEPARATOR, NOTHING, 2, 2, NOTHING);
        Path path = LineFrames.of(new LineReading(new Box(100, 50, 160, 40), 16, list(frames), 1)).get(0).spelled("12");

        assertThat(path.steps()).extracting(Path.Step::symbol).containsExactly(1, Edge.SEPARATOR, 2);
        assertThat(path.steps().get(0).edge().box()).isEqualTo(new Box(120, 50, 20, 40));
        assertThat(path.steps().get(2).edge().box()).isEqualTo(new Box(200, 50, 40, 40));
        assertThat(path.steps().get(0).edge().probability(1)).isGreaterThan(0.9);
    }

    @Test
    void aDigitWrittenTwiceNeedsAFrameOfNothingBetween() {
        assertThat(line(frames(7, 7, NOTHING)).best(1)).containsExactly("7");
        assertThat(line(frames(7, NOTHING, 7)).best(1)).containsExactly("77");
    }

    @Test
    void whatAreNoFramesIsRefused() {
        assertThatThrownBy(() -> LineFrames.of(new LineReading(new Box(0, 0, 1, 1), 1, List.of(0.5f), 1)))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("thirteen");
    }

    /** Lines whose frames are each of one class with 0.95. */
    static float[][] frames(int... classes) {
        float[][] frames = new float[classes.length][CLASSES];
        for (int t = 0; t < classes.length; t++) {
            Arrays.fill(frames[t], 0.05f / (CLASSES - 1));
            frames[t][classes[t]] = 0.95f;
        }
        return frames;
    }

    /** What some networks say of one line. */
    static LineReading reading(float[][]... networks) {
        List<Float> values = Stream.of(networks).flatMap(frames -> list(frames).stream()).toList();
        return new LineReading(new Box(0, 0, 100, 30), 2 * networks[0].length, values, networks.length);
    }

    private static LineFrames line(float[][] frames) {
        return LineFrames.of(reading(frames)).get(0);
    }

    private static List<Float> list(float[][] frames) {
        List<Float> values = new ArrayList<>();
        for (float[] frame : frames) {
            for (float value : frame) {
                values.add(value);
            }
        }
        return values;
    }

    /** Only three digits, a separator and nothing have a share, so that all ways can be gone through. */
    private static float[][] random(int count, long seed) {
        Random random = new Random(seed);
        float[][] frames = new float[count][CLASSES];
        for (float[] frame : frames) {
            float sum = 0;
            for (int symbol : new int[] {0, 1, 2, SEPARATOR, NOTHING}) {
                frame[symbol] = 0.01f + random.nextFloat() * random.nextFloat();
                sum += frame[symbol];
            }
            for (int i = 0; i < CLASSES; i++) {
                frame[i] /= sum;
            }
        }
        return frames;
    }

    private static void collect(float[][] frames, int t, int before, String string, double probability, Map<String, Double> all) {
        if (t == frames.length) {
            all.merge(string, probability, Double::sum);
            return;
        }
        for (int symbol : new int[] {0, 1, 2, SEPARATOR, NOTHING}) {
            boolean anew = symbol < SEPARATOR && symbol != before;
            collect(frames, t + 1, symbol, anew ? string + symbol : string, probability * frames[t][symbol], all);
        }
    }
}
