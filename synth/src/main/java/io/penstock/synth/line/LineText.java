package io.penstock.synth.line;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What somebody writes on a free line, symbol by symbol, and what of it is to be read.
 *
 * @param symbols what the pen writes: digits, {@code , . ' - / = : $ ₹ X R s F r * ~} (a flourish) {@code #} (a doodle), spaces; {@code ^}
 *                raises all that follows
 * @param classes the digits 0 to 9, {@link #SEPARATOR} between digits, {@link #MARK} before and after them
 */
public record LineText(String symbols, byte[] classes) {

    public static final int SEPARATOR = 10;
    static final int MARK = 11;

    private static final List<String> ENDINGS = List.of("-", ".-", ",-", "/-", "=", ".=", "/=", ".", ",", "--", "~", ".~", "-~", " -", " =",
        "X", "#", ":", ".:", "#", "*", "**", " *");
    private static final List<String> SIGNS = List.of("$", "₹", "$ ", "₹ ", "₹", "₹ ", "=", "-", "~", "#", "# ", "X", "Rs", "Rs.", "Fr. ",
        "Fr", "*", "**");
    private static final List<String> RUPEE_SIGNS = List.of("", "", "₹", "₹ ", "₹ ", "₹  ", "Rs", "Rs.", "Rs. ");
    private static final List<String> RUPEE_ENDINGS = List.of("", "", "", "/-", "/-", "/-", "/-", "/-", "/-", "/=", "/~", " /-", "/ -",
        "-");
    private static final List<String> POINTS = List.of(".", ".", ".", ",", ",", ",", "'", " ");

    /** Draws what is written. */
    static LineText draw(SplittableRandom random) {
        LineText plain = random.nextDouble() < 0.25 ? number(random, random.nextInt(1, 7)) : null;
        return plain != null ? plain : amount(random);
    }

    private static LineText number(SplittableRandom random, int length) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return of("", digits.toString(), "");
    }

    private static LineText amount(SplittableRandom random) {
        if (random.nextInt(4) == 0) {
            return rupees(random);
        }
        String whole = whole(random, 0.4);
        String line = random.nextBoolean() ? whole : grouped(whole, oneOf(POINTS, random), 3, random);
        if (random.nextDouble() < 0.14) {
            String cents = random.nextInt(3) == 0 ? "00" : "" + random.nextInt(10) + random.nextInt(10);
            line += (random.nextInt(4) == 0 ? " ^" : random.nextBoolean() ? "." : ",") + cents;
        }
        String sign = random.nextDouble() < 0.22 ? oneOf(SIGNS, random) : "";
        String ending = random.nextDouble() < 0.45 ? oneOf(ENDINGS, random) : "";
        return of(sign, line, ending);
    }

    /** As on Indian cheques: lakhs and crores, many noughts, mostly ended by a slash and a dash. */
    private static LineText rupees(SplittableRandom random) {
        String whole = whole(random, 0.7) + "0".repeat(random.nextInt(3));
        int way = random.nextInt(10);
        String line = way < 2 ? whole : grouped(whole, ",", way < 4 ? 3 : 2, random);
        return of(oneOf(RUPEE_SIGNS, random), line, oneOf(RUPEE_ENDINGS, random));
    }

    private static String oneOf(List<String> some, SplittableRandom random) {
        return some.get(random.nextInt(some.size()));
    }

    private static String whole(SplittableRandom random, double round) {
        int length = 1 + Math.min(7, (int) Math.round(Math.abs(3.2 + 1.5 * random.nextDouble(-1, 1) + random.nextDouble(-1.5, 1.5))));
        int zeros = random.nextDouble() < round ? random.nextInt(1, Math.max(2, length)) : 0;
        StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
        while (digits.length() < length) {
            digits.append(digits.length() >= length - zeros ? 0 : random.nextInt(10));
        }
        return digits.toString();
    }

    private static String grouped(String whole, String point, int size, SplittableRandom random) {
        StringBuilder line = new StringBuilder(whole);
        int group = 3;
        for (int at = whole.length() - group; at > 0; at -= group) {
            line.insert(at, point.equals(" ") || random.nextInt(12) > 0 ? point : " ");
            group = size;
        }
        return line.toString();
    }

    private static LineText of(String sign, String line, String ending) {
        List<Integer> classes = new ArrayList<>();
        if (!sign.isEmpty()) {
            classes.add(MARK);
        }
        for (char symbol : line.toCharArray()) {
            if (Character.isDigit(symbol)) {
                classes.add(symbol - '0');
            } else if (symbol != ' ') {
                classes.add(SEPARATOR);
            }
        }
        if (!ending.isEmpty()) {
            classes.add(MARK);
        }
        byte[] bytes = new byte[classes.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = classes.get(i).byteValue();
        }
        return new LineText(sign + line + ending, bytes);
    }
}
