package io.penstock.app.fuzz;

import java.util.SplittableRandom;

/** What is done to a good input to make it a bad one that keeps enough of its structure to be looked at. */
@FunctionalInterface
interface Mutation {

    /** Returns a changed copy. */
    byte[] apply(byte[] input, SplittableRandom random);

    /** Returns a mutation that is this one or another, one in two each. */
    default Mutation or(Mutation other) {
        return (input, random) -> random.nextBoolean() ? apply(input, random) : other.apply(input, random);
    }

    /** Returns a mutation that is this one several times, up to {@code most}. */
    default Mutation upTo(int most) {
        return (input, random) -> {
            byte[] changed = input;
            for (int i = random.nextInt(most); i >= 0; i--) {
                changed = apply(changed, random);
            }
            return changed;
        };
    }
}
