package io.penstock.sink.decode.line;

import io.penstock.schema.Box;
import io.penstock.schema.Cents;
import io.penstock.schema.ClassifiedField;
import io.penstock.schema.FieldRules;
import io.penstock.sink.decode.lattice.Marks;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.Layout;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes each string of an amount's digits into the values that it may have: for each place of the last separator, what the frames of the
 * line say of it, and what stands between the digits. The probability of a string is shared out among its values.
 *
 * <p>Where no separator and no sign says so, the form does ({@link Cents}); where it does not either, both values stay.
 */
public final class PointVote {

    /** How probable it is to see no mark where one was written. */
    private static final double UNSEEN = 0.01;
    /** The same where no cut gives the digits, so that nobody knows which ink is which. */
    private static final double UNCUT = 0.2;
    /** How probable it is to see a mark where none was written, or one that may belong to a digit. */
    private static final double DUST = 0.01;
    private static final double PERHAPS = 0.5;
    /** The same of a mark that groups thousands, which changes no value: it often touches a digit. */
    private static final double JOINED = 0.3;
    /** The least that the frames say of any layout, as a share: how often they are badly wrong. */
    private static final double LEAST = 5e-5;
    /** Probability that an upright stroke behind the last digit is no one. */
    private static final double NO_ONE = 0.9;
    /** Share of amounts of which the point was left out, where the form has cents and does not say. */
    private static final double CENTS_WITHOUT_POINT = 0.3;
    private static final int CENTS = 2;
    private static final int THOUSANDS = 3;
    /** Strings that are less probable than this beside the best are left as they are. */
    private static final double NEGLIGIBLE = 1e-3;

    private final ClassifiedField field;
    private final FieldRules rules;
    private final FieldRule rule;
    private final double invalidPrior;
    private final LineNetworks networks;

    /** Takes a field without boxes that holds an amount. */
    public PointVote(ClassifiedField field, FieldRule rule, double invalidPrior) {
        this.field = field;
        this.rule = rule;
        this.invalidPrior = invalidPrior;
        rules = field.getRules();
        networks = field.getLine() == null ? null : LineNetworks.of(field.getLine());
    }

    /** Returns the values of the strings of digits. */
    public FieldPosterior placed(FieldPosterior digits) {
        double best = digits.hypotheses().stream().mapToDouble(Hypothesis::posterior).max().orElse(0);
        Map<String, Hypothesis> placed = new LinkedHashMap<>();
        for (Hypothesis string : digits.hypotheses()) {
            boolean hasValue = (string.isValid() || string.flaw() == Reason.OUT_OF_RANGE) && !string.text().isEmpty();
            List<Hypothesis> values = hasValue && string.posterior() > NEGLIGIBLE * best ? values(string) : List.of(string);
            values.forEach(value -> placed.merge(value.text() + " " + value.value() + " " + value.flaw(), value,
                (one, more) -> one.withPosterior(one.posterior() + more.posterior())));
        }
        return new FieldPosterior(digits.raw(), List.copyOf(placed.values()));
    }

    private List<Hypothesis> values(Hypothesis string) {
        List<Box> boxes = string.spelling().digits().stream().map(step -> step.edge().box()).toList();
        Marks marks = Marks.of(field, boxes);
        Map<Layout, Double> layouts = layouts(string, boxes, marks);
        List<Hypothesis> values = new ArrayList<>();
        layouts.forEach((layout, weight) -> meanings(string, layout, weight, boxes, marks).forEach(values::add));
        double sum = values.stream().mapToDouble(Hypothesis::posterior).sum();
        double all = string.posterior() * (marks.mayLackOne(boxes.get(boxes.size() - 1)) ? NO_ONE : 1);
        return values.stream().map(value -> value.withPosterior(all * value.posterior() / sum)).toList();
    }

    private Map<Layout, Double> layouts(Hypothesis string, List<Box> boxes, Marks marks) {
        String text = string.text();
        Map<Layout, Double> frames = new LinkedHashMap<>();
        for (int after = 0; after < text.length(); after++) {
            for (boolean ended : new boolean[] {false, true}) {
                Layout layout = new Layout(after, ended);
                frames.put(layout, networks == null ? 1 : networks.probability(text, layout));
            }
        }
        double sum = frames.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Marks.Between> between = IntStream.range(1, boxes.size())
            .mapToObj(i -> marks.between(boxes.get(i - 1), boxes.get(i))).toList();
        Marks.Behind behind = marks.behind(boxes.get(boxes.size() - 1));
        double unseen = string.spelling().digits().stream().allMatch(step -> step.edge().glyph().getPrior() < 1) ? UNSEEN : UNCUT;
        frames.replaceAll((layout, said) -> Math.max(LEAST, sum > 0 ? said / sum : 1) * seen(layout, between, behind, unseen));
        return frames;
    }

    /** Returns how well what stands beside the digits fits a layout. */
    static double seen(Layout layout, List<Marks.Between> between, Marks.Behind behind, double unseen) {
        double fit = layout.ended() ? behind == Marks.Behind.NOTHING ? unseen : 1
            : behind == Marks.Behind.SIGN ? unseen : behind == Marks.Behind.WEAK ? PERHAPS : 1;
        for (int i = 0; i < between.size(); i++) {
            int after = between.size() - i;
            if (after == layout.after()) {
                fit *= between.get(i) == Marks.Between.NOTHING ? after == THOUSANDS ? JOINED : unseen : 1;
            } else if (!layout.mayPart(after)) {
                fit *= between.get(i) == Marks.Between.CLEAR ? DUST : between.get(i) == Marks.Between.POSSIBLE ? PERHAPS : 1;
            }
        }
        return fit;
    }

    private List<Hypothesis> meanings(Hypothesis string, Layout layout, double weight, List<Box> boxes, Marks marks) {
        int fraction = rules.getFraction();
        if (layout.after() == 0 || layout.after() > Math.max(THOUSANDS, fraction)) {
            return withoutPoint(string, layout, weight, boxes, marks);
        }
        boolean cents = layout.after() < THOUSANDS || layout.after() == fraction;
        boolean odd = layout.after() == THOUSANDS && fraction == THOUSANDS || cents && rules.getCents() == Cents.NONE;
        return List.of(meaning(string, cents ? layout.after() : 0, weight, odd ? Reason.POINT_UNCLEAR : null));
    }

    private List<Hypothesis> withoutPoint(Hypothesis string, Layout layout, double weight, List<Box> boxes, Marks marks) {
        int fraction = rules.getFraction();
        Marks.Behind behind = marks.behind(boxes.get(boxes.size() - 1));
        boolean sign = layout.ended() && behind != Marks.Behind.WEAK;
        boolean whole = fraction == 0 || rules.getCents() == Cents.OPTIONAL || rules.getCents() == Cents.NONE;
        boolean apart = boxes.size() > CENTS && marks.isApart(boxes, CENTS);
        if (!sign && apart && rules.getCents() != Cents.REQUIRED) {
            return List.of(meaning(string, 0, weight * (1 - CENTS_WITHOUT_POINT), Reason.POINT_UNCLEAR),
                meaning(string, CENTS, weight * CENTS_WITHOUT_POINT, Reason.POINT_UNCLEAR));
        }
        if (sign || whole) {
            return List.of(meaning(string, 0, weight, null));
        }
        boolean required = rules.getCents() == Cents.REQUIRED;
        if (required && behind == Marks.Behind.NOTHING && !layout.ended()) {
            return List.of(meaning(string, fraction, weight, null));
        }
        Reason doubt = required ? Reason.POINT_UNCLEAR : Reason.CENTS_UNSTATED;
        return List.of(meaning(string, 0, weight * (1 - CENTS_WITHOUT_POINT), doubt),
            meaning(string, fraction, weight * CENTS_WITHOUT_POINT, doubt));
    }

    private static Reason leadingZero(String digits, int decimals) {
        return digits.startsWith("0") && digits.length() > decimals + 1 ? Reason.LEADING_ZERO : null;
    }

    private Hypothesis meaning(Hypothesis string, int decimals, double weight, Reason doubt) {
        Meaning meaning = rule.read(string.text(), decimals);
        Reason flaw = doubt == null ? leadingZero(string.text(), decimals) : doubt;
        return meaning instanceof Meaning.Valid valid
            ? new Hypothesis(string.spelling(), string.text(), valid.value(), flaw, weight)
            : new Hypothesis(string.spelling(), string.text(), null, ((Meaning.Invalid) meaning).reason(), weight * invalidPrior);
    }
}
