package io.penstock.sink.decode;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.FieldKind;
import io.penstock.sink.decode.lattice.Edge;
import io.penstock.sink.decode.lattice.FreeLine;
import io.penstock.sink.decode.lattice.Lattice;
import io.penstock.sink.decode.lattice.LineModel;
import io.penstock.sink.decode.lattice.Path;
import io.penstock.sink.decode.lattice.Succession;
import io.penstock.sink.decode.line.CombVote;
import io.penstock.sink.decode.line.LineNetworks;
import io.penstock.sink.decode.line.LineVote;
import io.penstock.sink.decode.line.PointVote;
import io.penstock.sink.decode.spelling.FieldPosterior;
import io.penstock.sink.decode.spelling.Hypothesis;
import io.penstock.sink.decode.spelling.LineSpeller;
import io.penstock.sink.decode.spelling.Speller;
import io.penstock.sink.decode.spelling.Spelling;
import io.penstock.sink.rule.FieldRule;
import io.penstock.sink.rule.Meaning;
import io.penstock.sink.rule.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Reads one field by itself: weighs every likely string of its lattice against the field's rules.
 *
 * <p>Let V be the probability of all valid strings and I that of strings of digits that break a rule, both before the rules are known.
 * Knowing that writers seldom break a rule, I counts with a part of {@link DecoderSettings#invalidPrior()}, slips being spread over many
 * strings, and once more with the same weight for a cause that is ours and not the writer's. Strings that need a mark to be what it may
 * not be count in full: a glyph that is no digit says that we can't read, not that the writer erred. But where only digits may stand and
 * the glyph looks most like one, the rules say which it must be. And where the glyph could be cut differently, it says that the cut is
 * wrong, and the string does not count at all. A posterior is a string's share of all that. What the search did not reach is split as
 * what it reached.
 */
final class FieldReader {

    /** Odds of a mark where only digits may stand, by those of any filled box: fillers are most of the marks that people write. */
    private static final double MARKS_AMONG_DIGITS = 0.25;

    private final DecoderSettings settings;
    private final LineModel model = LineModel.shipped();

    FieldReader(DecoderSettings settings) {
        this.settings = settings;
    }

    /** Returns what may stand in a field that is not wholly blank. */
    FieldPosterior read(ClassifiedField field) {
        FieldRule rule = new FieldRule(field.getRules(), settings.windowStart());
        Masses masses = new Masses(rule, Speller.onlyDigits(field.getRules()));
        if (FreeLine.is(field)) {
            LineSpeller speller = new LineSpeller(field.getRules());
            visit(FreeLine.lattice(field, model), masses, speller::spell);
            FieldPosterior lattice = new FieldPosterior(masses.raw, masses.hypotheses(settings.invalidPrior()));
            FieldPosterior digits = field.getLine() == null ? lattice
                : new LineVote(LineNetworks.of(field.getLine()), speller, rule, settings.invalidPrior()).pooled(lattice);
            return field.getRules().getKind() == FieldKind.AMOUNT
                ? new PointVote(field, rule, settings.invalidPrior()).placed(digits) : digits;
        } else {
            double marks = masses.onlyDigits ? MARKS_AMONG_DIGITS : 1;
            List<Edge> edges = field.getGlyphs().stream().map(glyph -> Edge.of(glyph).expectingMarks(marks)).toList();
            Speller speller = new Speller(field.getRules(), edges);
            visit(new Lattice(field.getNodes(), edges, Succession.ofBoxes()), masses, speller::spell);
            FieldPosterior boxes = new FieldPosterior(masses.raw, masses.hypotheses(settings.invalidPrior()));
            return field.getLine() == null ? boxes : new CombVote(LineNetworks.of(field.getLine()), new LineSpeller(field.getRules()), rule,
                settings.invalidPrior()).pooled(boxes);
        }
    }

    private void visit(Lattice lattice, Masses masses, Function<Path, Spelling> speller) {
        lattice.visit(path -> masses.add(path, speller.apply(path)) < settings.maxPaths() && masses.needsMore());
    }

    /** Probability gathered by string and by what is wrong with it. */
    private static final class Masses {

        /** The search ends once the unseen rest is this small beside what is valid, or at all. */
        private static final double ENOUGH = 1e-4;
        private static final double NEGLIGIBLE = 1e-9;

        /** Greatest share of the writers' slips that one particular wrong string has: a slip may change any digit to any other. */
        private static final double ONE_SLIP = 0.2;
        /** Probability that a digit which cannot be read is one that makes the field valid, and not a cancellation. */
        private static final double MEANT = 0.9;

        private final FieldRule rule;
        private final boolean onlyDigits;
        private final Map<String, Double> filled = new HashMap<>();
        private final Map<String, Hypothesis> byText = new LinkedHashMap<>();
        private Spelling raw;
        private double valid;
        private double invalid;
        private double unreadable;
        private double miscut;
        private int validPaths;
        private int allPaths;

        Masses(FieldRule rule, boolean onlyDigits) {
            this.rule = rule;
            this.onlyDigits = onlyDigits;
        }

        /** Returns how many paths were added so far. */
        int add(Path path, Spelling spelling) {
            raw = raw == null ? spelling : raw;
            String text = spelling.text();
            Meaning meaning = spelling.flaw() == null ? rule.read(text, spelling.decimals()) : new Meaning.Invalid(spelling.flaw());
            Reason flaw = meaning instanceof Meaning.Invalid broken ? flaw(broken.reason(), spelling) : null;
            String value = meaning instanceof Meaning.Valid means ? means.value() : null;
            double weight = path.probability() * spelling.plausibility();
            double mass = weight * spelling.legitimacy();
            double lost = weight - mass;
            miscut += path.probability() - weight;
            unreadable += spelling.contested() ? 0 : lost;
            miscut += spelling.contested() ? lost : 0;
            allPaths++;
            if (flaw == null) {
                valid += mass;
                validPaths++;
            } else if (spelling.contested()) {
                miscut += mass;
                return allPaths;
            } else if (spelling.hasMark()) {
                unreadable += mass;
                fill(path, spelling.raw(), weight);
            } else {
                invalid += mass;
            }
            byText.merge(text + " " + flaw + " " + (flaw == null || !spelling.hasMark()), new Hypothesis(spelling, text, value, flaw, mass),
                (old, same) -> old.withPosterior(old.posterior() + mass));
            return allPaths;
        }

        /** Gives the probability that one digit is hard to read to what it must be by the rules; one that is likelier a mark is left so. */
        private void fill(Path path, String raw, double weight) {
            List<Path.Step> holes = path.steps().stream().filter(step -> step.symbol() == Edge.MARK).toList();
            if (!onlyDigits || holes.size() != 1 || holes.get(0).edge().isMark()) {
                return;
            }
            List<String> valid = IntStream.range(0, Edge.MARK)
                .mapToObj(digit -> raw.replace(Edge.letter(Edge.MARK), Edge.letter(digit)))
                .map(text -> text.replace(String.valueOf(Edge.letter(Edge.BLANK)), ""))
                .filter(text -> rule.read(text, 0) instanceof Meaning.Valid).toList();
            valid.forEach(text -> filled.merge(text, MEANT * weight / valid.size(), Double::sum));
        }

        boolean needsMore() {
            return unseen() > NEGLIGIBLE && unseen() > ENOUGH * valid;
        }

        private double unseen() {
            return Math.max(0, 1 - valid - invalid - unreadable - miscut);
        }

        /** Where a string with a mark breaks a rule, the mark is the likelier culprit; an empty field is what it is. */
        private static Reason flaw(Reason broken, Spelling spelling) {
            return spelling.hasMark() && broken != Reason.REQUIRED_EMPTY ? Reason.NOT_A_DIGIT : broken;
        }

        List<Hypothesis> hypotheses(double invalidPrior) {
            double validShare = allPaths == 0 ? 0 : (double) validPaths / allPaths;
            double slip = ONE_SLIP * invalidPrior;
            double total = valid + unreadable + 2 * slip * invalid + unseen() * (validShare + 2 * slip * (1 - validShare));
            List<Hypothesis> weighed = new ArrayList<>();
            for (Hypothesis hypothesis : byText.values()) {
                boolean writersSlip = !hypothesis.isValid() && !hypothesis.spelling().hasMark();
                double more = hypothesis.isValid() ? filled.getOrDefault(hypothesis.text(), 0.0) : 0;
                weighed.add(hypothesis.withPosterior((hypothesis.posterior() * (writersSlip ? slip : 1) + more) / total));
            }
            return weighed;
        }
    }
}
