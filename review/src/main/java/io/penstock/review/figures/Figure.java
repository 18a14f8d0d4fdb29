package io.penstock.review.figures;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What is counted: the key of a counter. As text an hour, a code and a name with bars between them, so that old ones come first.
 *
 * @param hour begin of the hour
 * @param what what is counted
 * @param name of whom or of what form; may be empty
 */
record Figure(Instant hour, What what, String name) {

    /** What can be counted. */
    enum What {
        /** Numbers that the machine left to nobody, by form. */
        READ,
        /** Numbers that it left to a person, by form. */
        ASKED,
        /** Numbers of the quality sample that a person read. */
        SAMPLED,
        /** Those of them that had been accepted wrongly. */
        MISREAD,
        /** Answers, by person. */
        ANSWERS,
        /** Answers to tasks of several people that were what held in the end, by person. */
        AGREED,
        /** Those that were not. */
        DISAGREED,
        /** Answers by how long they took, by step of {@link Figures#seconds} and person. */
        TOOK
    }

    static Figure at(Instant time, What what, String name) {
        return new Figure(time.truncatedTo(ChronoUnit.HOURS), what, name);
    }

    /** Reads a key; empty where another version wrote what this one does not count. */
    static Optional<Figure> parse(String key) {
        String[] parts = key.split("\\|", 3);
        try {
            return parts.length == 3 ? Optional.of(new Figure(Instant.parse(parts[0]), What.valueOf(parts[1]), parts[2]))
                : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    String key() {
        return hour + "|" + what + "|" + name;
    }
}
