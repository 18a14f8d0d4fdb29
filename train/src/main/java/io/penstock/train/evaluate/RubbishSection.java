package io.penstock.train.evaluate;

import io.penstock.train.report.HtmlPage;
import java.util.List;
import java.util.Locale;

/**
 * The part of a page that shows what is made of things that are no digits.
 *
 * @param report the figures
 * @param sheet  picture of unseen pieces with the answers to them
 */
public record RubbishSection(RubbishReport report, byte[] sheet) {

    /** Adds everything to a page, beneath the heading that it has put there. */
    public void addTo(HtmlPage page) {
        page.paragraph(String.format(Locale.ROOT,
            "Of kinds that no training draws, %.2f %% are taken for a digit with a probability of %s or "
                + "more (95 %% interval of pieces: %.2f %% to %.2f %%); of kinds that training draws, %.2f %%.", 100 * report.unseenTaken(),
            report.level(), 100 * report.unseen95().low(), 100 * report.unseen95().high(), 100 * report.seenTaken()));
        page.table("Each kind", List.of("kind", "in training", "pieces", "taken for a digit", "share", "rejected (at least 0.5)"),
            report.kinds().stream().map(kind -> List.of(kind.name().replace('_', ' '), kind.unseen() ? "no" : "yes",
                Integer.toString(kind.count()), Integer.toString(kind.taken()), DigitSection.share(kind.share()),
                DigitSection.share(kind.rejected()))).toList());
        page.figure(sheet, "Unseen rubbish", "Unseen kinds, a row each: the most probable digit and its probability.");
    }
}
