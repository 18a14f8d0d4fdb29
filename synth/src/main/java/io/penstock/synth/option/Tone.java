package io.penstock.synth.option;

/** Whether a scan is in colour. Bilevel formats are black and white all the same. */
public enum Tone {
    /** Three channels. */
    COLOUR,
    /** One channel. */
    GREY,
    /** Sheet by sheet the one or the other. */
    MIXED
}
