package io.penstock.sink.decode.lattice;

/**
 * What speaks for or against a symbol on an edge of a free line, each with a number that says how much: the parts of {@link LineModel}.
 *
 * <p>Lengths are in heights of the line's digits. Names stand in {@code free-line.properties} with their weights.
 */
enum Cue {

    /** Logarithm of the edge's prior: what the shapes say about its cuts and joins. */
    PRIOR,
    /** 1 for every digit: what one more digit costs. */
    DIGIT,
    /** Logarithm of the digit's probability. */
    DIGIT_READ,
    /** Square of how far the top is below that of a digit. */
    DIGIT_LOW,
    /** Square of how far the top is above that of a digit. */
    DIGIT_TALL,
    /** Square of how far the foot is below the line. */
    DIGIT_SUNK,
    /** Square of how far the foot is above the line. */
    DIGIT_RAISED,
    /** How much smaller than a digit a zero is: round digits are written smaller. */
    ZERO_SMALL,
    /** How much a digit without a loop lies where a comma does. */
    DIGIT_COMMA,
    /** How much a digit that a slash is read as has the size of a slash. */
    DIGIT_SLASH,
    /** Width of a one. */
    ONE_WIDE,
    /** How much narrower than most digits one that is no one is. */
    NARROW,
    /** 1 for every mark before the first digit. */
    LEADING,
    /** Logarithm of its probability to be no digit. */
    LEADING_READ,
    /** The same, as far as it has the size and place of a digit. */
    LEADING_FITS,
    /** Its longer side. */
    LEADING_SIZE,
    /** 1 for every mark between digits. */
    SEPARATOR,
    /** Logarithm of its probability to be no digit, or one that lies where a comma does. */
    SEPARATOR_READ,
    /** The same, as far as it has the size and place of a digit. */
    SEPARATOR_FITS,
    /** Its longer side, as far as it is no comma. */
    SEPARATOR_SIZE,
    /** How high its top is above the line, as far as it is no comma. */
    SEPARATOR_TOP,
    /** 1 for every mark behind the last digit. */
    TERMINATOR,
    /** Logarithm of its probability to be no digit, or one as tall as a slash. */
    TERMINATOR_READ,
    /** The same, as far as it has the size and place of a digit. */
    TERMINATOR_FITS,
    /** Its longer side, as far as it is no slash. */
    TERMINATOR_SIZE,
    /** How high its top is above the line. */
    TERMINATOR_TOP,
    /** How much wider than high it is. */
    TERMINATOR_FLAT,
    /** 1 for a slash before a closing dash. */
    SLASH,
    /** Logarithm of its probability to be no digit, or a one, or one as tall as a slash. */
    SLASH_READ,
    /** Its height. */
    SLASH_HEIGHT,
    /** Its width. */
    SLASH_WIDTH,
    /** 1 where the digits of an amount begin with a zero. */
    ZERO_FIRST,
    /** 1 where a zero of an amount follows a zero. */
    ZERO_AFTER_ZERO,
    /** 1 where a zero of an amount follows another digit. */
    ZERO_AFTER_DIGIT,
    /** 1 where a mark ends the digits. */
    END
}
