package io.penstock.app.command.form;

import io.penstock.synth.option.Mishap;
import io.penstock.synth.option.Mishaps;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that say what goes wrong with samples on purpose. */
final class MishapOptions {

    @Option(names = "--leaving", paramLabel = "0..1", defaultValue = "0",
        description = "Share of characters that leave their box, or of free lines that leave their field.")
    private double leaving;

    @Option(names = "--struck", paramLabel = "0..1", defaultValue = "0",
        description = "Share of boxes with a struck-out digit beside the right one, or of free lines with a number.")
    private double struck;

    @Option(names = "--overwritten", paramLabel = "0..1", defaultValue = "0",
        description = "Share of characters written over another digit.")
    private double overwritten;

    @Option(names = "--broken", paramLabel = "0..1", defaultValue = "0", description = "Share of strokes with a gap.")
    private double broken;

    @Option(names = "--specks", paramLabel = "0..1", defaultValue = "0", description = "How many specks of ink lie about.")
    private double specks;

    @Option(names = "--turned", paramLabel = "0..1", defaultValue = "0", description = "Share of pages turned by 90, 180 or 270 degrees.")
    private double turned;

    @Option(names = "--perspective", paramLabel = "0..1", defaultValue = "0", description = "How far from above the camera was.")
    private double perspective;

    @Option(names = "--watermark", paramLabel = "0..1", defaultValue = "0", description = "How dark a word runs across the page.")
    private double watermark;

    @Option(names = "--corner", paramLabel = "0..1", defaultValue = "0", description = "Share of pages with a corner missing.")
    private double corner;

    @Option(names = "--fading", paramLabel = "0..1", defaultValue = "0",
        description = "Share of fields with faint digits, a pen that runs dry, or pencil.")
    private double fading;

    @Option(names = "--marks", paramLabel = "0..1", defaultValue = "0",
        description = "Share of free amounts with decimal marks of all kinds; values in truth.csv have a decimal point.")
    private double marks;

    @Option(names = "--tall", paramLabel = "0..1", defaultValue = "0",
        description = "Share of ones and sevens that reach from edge to edge of their field.")
    private double tall;

    @Option(names = "--slashes", paramLabel = "0..1", defaultValue = "0",
        description = "Share of combs whose unused boxes are cancelled by thin slashes or dashes.")
    private double slashes;

    @Option(names = "--erased", paramLabel = "0..1", defaultValue = "0",
        description = "Share of fields with remains of erased digits, or with correction fluid.")
    private double erased;

    @Option(names = "--hairs", paramLabel = "0..1", defaultValue = "0", description = "How many hairs lie on a page.")
    private double hairs;

    @Option(names = "--creases", paramLabel = "0..1", defaultValue = "0", description = "How many folds run over a page.")
    private double creases;

    @Option(names = "--streaks", paramLabel = "0..1", defaultValue = "0", description = "How many lines dirt on the sensor draws.")
    private double streaks;

    @Option(names = "--staples", paramLabel = "0..1", defaultValue = "0", description = "Share of pages with punch holes or a staple.")
    private double staples;

    @Option(names = "--jerk", paramLabel = "0..1", defaultValue = "0", description = "How far a sheet slips in the feeder.")
    private double jerk;

    @Option(names = "--shadow", paramLabel = "0..1", defaultValue = "0",
        description = "How deep a shadow along an edge is; some pages lie under a black lid.")
    private double shadow;

    @Option(names = "--cropped", paramLabel = "0..1", defaultValue = "0",
        description = "Share of pages of which the edge of the scan cuts off a strip.")
    private double cropped;

    @Option(names = "--stretched", paramLabel = "0..1", defaultValue = "0",
        description = "How far from square pixels are, with no word about it.")
    private double stretched;

    @Option(names = "--copies", paramLabel = "0..1", defaultValue = "0",
        description = "Share of pages with several forms; truth.csv has the columns form and copy then.")
    private double copies;

    /** Returns what was asked for. */
    Mishaps mishaps() {
        return new Mishaps(Map.ofEntries(
            Map.entry(Mishap.LEAVING, leaving), Map.entry(Mishap.STRUCK, struck), Map.entry(Mishap.OVERWRITTEN, overwritten),
            Map.entry(Mishap.BROKEN, broken), Map.entry(Mishap.SPECKS, specks), Map.entry(Mishap.FADING, fading),
            Map.entry(Mishap.MARKS, marks), Map.entry(Mishap.TURNED, turned), Map.entry(Mishap.PERSPECTIVE, perspective),
            Map.entry(Mishap.WATERMARK, watermark), Map.entry(Mishap.CORNER, corner), Map.entry(Mishap.STREAKS, streaks),
            Map.entry(Mishap.TALL, tall), Map.entry(Mishap.SLASHES, slashes), Map.entry(Mishap.ERASED, erased),
            Map.entry(Mishap.HAIRS, hairs), Map.entry(Mishap.CREASES, creases),
            Map.entry(Mishap.STAPLES, staples), Map.entry(Mishap.JERK, jerk), Map.entry(Mishap.SHADOW, shadow),
            Map.entry(Mishap.CROPPED, cropped), Map.entry(Mishap.STRETCHED, stretched),
            Map.entry(Mishap.COPIES, copies)));
    }
}
