package io.penstock.isolate.drill;

import io.penstock.isolate.IsolationConfig;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The doubles of documents that go wrong: looks for an order in an input and carries it out.
 *
 * <p>An order is a line of ASCII anywhere in the input: {@code PENSTOCK-DRILL STAGE ACT}. Does nothing unless
 * {@code isolation.drills} is set.
 */
public final class Drill {

    private static final String MARK = "PENSTOCK-DRILL ";
    private static final int LONGEST = 80;

    private final boolean allowed;

    private Drill(boolean allowed) {
        this.allowed = allowed;
    }

    /** Returns drills as settings allow them. */
    public static Drill of(Map<String, String> settings) {
        return new Drill(IsolationConfig.of(settings).drills());
    }

    /** Returns the order, as it stands in a document, that a stage do something; a line without its end. */
    public static String order(String stage, Act act) {
        return MARK + stage + " " + act.name();
    }

    /** Carries out the order that an input holds for a stage; returns at once where there is none. */
    public void act(String stage, byte[] input) {
        find(input).filter(order -> order.startsWith(MARK + stage + " "))
            .ifPresent(order -> Act.valueOf(order.substring((MARK + stage + " ").length())).carryOut());
    }

    /** Returns the order in an input, whichever stage it is for; empty where there is none or drills are not allowed. */
    public Optional<String> find(byte[] input) {
        if (!allowed) {
            return Optional.empty();
        }
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int at = text.indexOf(MARK);
        return at < 0 ? Optional.empty() : Optional.of(text.substring(at, end(text, at)));
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < LONGEST && isLetter(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isLetter(char c) {
        return c == ' ' || c == '-' || c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
