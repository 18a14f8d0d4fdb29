package io.penstock.app.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The fewest single-character edits that make one text another (Levenshtein). */
public final class Edits {

    private Edits() {
    }

    /**
     * One character that differs.
     *
     * @param written what is there; empty: nothing
     * @param read    what was read; empty: nothing
     */
    public record Edit(String written, String read) {
    }

    /** Returns the edits, left to right. */
    public static List<Edit> between(String written, String read) {
        int[][] cost = costs(written, read);
        Deque<Edit> edits = new ArrayDeque<>();
        int i = written.length();
        int j = read.length();
        while (i > 0 || j > 0) {
            boolean both = i > 0 && j > 0;
            if (both && cost[i][j] == cost[i - 1][j - 1] + differ(written, i - 1, read, j - 1)) {
                i--;
                j--;
                if (differ(written, i, read, j) > 0) {
                    edits.push(new Edit(written.substring(i, i + 1), read.substring(j, j + 1)));
                }
            } else if (i > 0 && cost[i][j] == cost[i - 1][j] + 1) {
                i--;
                edits.push(new Edit(written.substring(i, i + 1), ""));
            } else {
                j--;
                edits.push(new Edit("", read.substring(j, j + 1)));
            }
        }
        return new ArrayList<>(edits);
    }

    private static int[][] costs(String written, String read) {
        int[][] cost = new int[written.length() + 1][read.length() + 1];
        for (int i = 0; i <= written.length(); i++) {
            for (int j = 0; j <= read.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                } else {
                    int kept = cost[i - 1][j - 1] + differ(written, i - 1, read, j - 1);
                    cost[i][j] = Math.min(kept, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                }
            }
        }
        return cost;
    }

    private static int differ(String one, int i, String other, int j) {
        return one.charAt(i) == other.charAt(j) ? 0 : 1;
    }
}
