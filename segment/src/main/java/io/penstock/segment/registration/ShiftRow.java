package io.penstock.segment.registration;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A counter for each of a row of shifts, four to a {@code long}: sixteen bits each, so that one addition counts for four shifts.
 *
 * <p>Java 17 does not vectorize sums of two windows of one array; this is three to four times as fast as one counter at a time. What the
 * sixteen bits cannot hold is carried over into whole numbers.
 */
final class ShiftRow {

    /** Bytes of a table's entry. */
    static final int ENTRY_BYTES = Short.BYTES;
    /** Entries that may be read beyond the last shift. */
    static final int SLACK = 3;

    private static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LANES = 4;
    private static final int LANE_BITS = 16;
    private static final int LANE_MAX = (1 << LANE_BITS) - 1;
    private static final long LANE_HALF = 1 << LANE_BITS - 1;
    private static final long EACH_LANE = 0x0001_0001_0001_0001L;

    private final long[] lanes;
    private final int[] carried;
    private int most;
    private boolean carries;

    /** Makes counters for this many shifts. */
    ShiftRow(int shifts) {
        lanes = new long[(shifts + LANES - 1) / LANES];
        carried = new int[lanes.length * LANES];
    }

    /** Sets all counters to 0. */
    void clear() {
        Arrays.fill(lanes, 0);
        if (carries) {
            Arrays.fill(carried, 0);
        }
        carries = false;
        most = 0;
    }

    /**
     * Adds to counter i the difference of two entries of a table of unsigned 16-bit numbers, little endian.
     *
     * @param table  the table
     * @param less   place in bytes of what is subtracted from counter 0
     * @param more   place in bytes of what is added to it, nowhere less
     * @param length the greatest difference
     */
    void add(byte[] table, int less, int more, int length) {
        if (most + length > LANE_MAX) {
            carry();
        }
        most += length;
        for (int i = 0; i < lanes.length; i++) {
            int at = i * Long.BYTES;
            lanes[i] += (long) FOUR.get(table, more + at) - (long) FOUR.get(table, less + at);
        }
    }

    private void carry() {
        for (int i = 0; i < carried.length; i++) {
            carried[i] += lane(i);
        }
        Arrays.fill(lanes, 0);
        carries = true;
        most = 0;
    }

    /** Returns the first counter from {@code i} on that is at least {@code least}; as many as there may be, where none is. */
    int next(int i, int least) {
        int at = i;
        while (at < carried.length) {
            if (at % LANES == 0 && isBelow(at / LANES, least)) {
                at += LANES;
            } else if (get(at) >= least) {
                return at;
            } else {
                at++;
            }
        }
        return carried.length;
    }

    /** Returns whether a counter may be at least {@code least}; false is certain. */
    boolean reaches(int least) {
        if (least > most && !carries) {
            return false;
        }
        for (int i = 0; i < lanes.length; i++) {
            if (!isBelow(i, least)) {
                return true;
            }
        }
        return lanes.length == 0;
    }

    /** Returns whether all four counters are known to be below a number: adding what is missing to 2^15 sets no lane's highest bit. */
    private boolean isBelow(int index, int least) {
        return !carries && most < LANE_HALF && least > 0
            && (least > most || (lanes[index] + (LANE_HALF - least) * EACH_LANE & LANE_HALF * EACH_LANE) == 0);
    }

    /** Returns a counter. */
    int get(int i) {
        return carried[i] + lane(i);
    }

    private int lane(int i) {
        return (int) (lanes[i / LANES] >>> i % LANES * LANE_BITS) & LANE_MAX;
    }
}
