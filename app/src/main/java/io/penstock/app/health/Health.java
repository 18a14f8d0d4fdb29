package io.penstock.app.health;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a supervisor may ask a process.
 *
 * @param trouble what is wrong; empty while nothing is
 * @param waiting what is waited for before there is work to do; empty once there is
 * @param state   what goes on, a line for each part
 */
public record Health(Supplier<Optional<String>> trouble, Supplier<Optional<String>> waiting, Supplier<String> state) {

    /** Returns the health of a process of which nothing runs yet. */
    public static Health starting() {
        return new Health(Optional::empty, () -> Optional.of("starting"), () -> "starting");
    }

    /** Returns this, and whatever else may be wrong. */
    public Health and(Supplier<Optional<String>> more) {
        return new Health(() -> trouble.get().or(more), waiting, state);
    }
}
