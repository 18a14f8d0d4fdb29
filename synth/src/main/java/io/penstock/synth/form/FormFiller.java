package io.penstock.synth.form;

import io.penstock.schema.FieldKind;
import io.penstock.segment.form.FieldDefinition;
import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Decides what is entered into a form: valid numbers, laid out over the boxes as the writer is used to. */
public final class FormFiller {

    private static final char EMPTY = '_';
    private static final char FILLER = 'X';

    private final double blank;
    private final RandomGenerator random;
    private final NumberDraw numbers;
    private final AmountMarks marks;

    /**
     * Creates a filler for one sheet whose writer keeps to one way of writing amounts.
     *
     * @param blank share of optional fields that stay empty
     */
    public FormFiller(double blank, RandomGenerator random) {
        this(blank, random, new AmountMarks(0, random));
    }

    /**
     * Creates a filler for one sheet.
     *
     * @param blank  share of optional fields that stay empty
     * @param marks  share of free amounts with decimal marks of all kinds; where it is above 0, values have a decimal point
     * @param chance decides on the marks
     */
    public FormFiller(double blank, RandomGenerator random, double marks, RandomGenerator chance) {
        this(blank, random, new AmountMarks(marks, chance));
    }

    private FormFiller(double blank, RandomGenerator random, AmountMarks marks) {
        this.blank = blank;
        this.random = random;
        this.marks = marks;
        this.numbers = new NumberDraw(random);
    }

    /** Returns an entry for each field, in the form's order. */
    public List<Entry> fill(FormDefinition form) {
        AmountStyle style = AmountStyle.draw(form, random);
        char lead = "XXXX00-_".charAt(random.nextInt(8));
        Sums sums = new Sums(form);
        Map<String, String> tied = sums.draw(numbers);
        Set<String> names = sums.names();
        List<Entry> entries = new ArrayList<>();
        for (FieldDefinition field : form.fields()) {
            boolean empty = !field.rules().getRequired() && !names.contains(field.name()) && random.nextDouble() < blank;
            String digits = empty ? "" : names.contains(field.name()) ? tied.get(field.name()) : numbers.draw(field);
            entries.add(field.place() instanceof Place.Boxes boxes
                ? inBoxes(field, digits, boxes.count(), lead)
                : onLine(field, digits, style, names.contains(field.name())));
        }
        return entries;
    }

    private Entry onLine(FieldDefinition field, String digits, AmountStyle style, boolean tied) {
        boolean amount = field.rules().getKind() == FieldKind.AMOUNT && !digits.isEmpty();
        if (amount && marks.next()) {
            return marks.entry(field, digits, style, tied);
        }
        return new Entry(field, amount ? style.line(digits, field.rules().getFraction()) : digits, digits, value(field, digits));
    }

    private Entry inBoxes(FieldDefinition field, String digits, int boxes, char lead) {
        String unused = Character.toString(digits.isEmpty() ? EMPTY : unused(field, lead)).repeat(boxes - digits.length());
        String penned = rightAligned(field) ? unused + digits : digits + unused;
        return new Entry(field, penned, penned.replace('-', FILLER), value(field, digits));
    }

    /** What goes into boxes that the number does not need. */
    private static char unused(FieldDefinition field, char lead) {
        if (lead == '0') {
            return rightAligned(field) ? '0' : EMPTY;
        }
        return field.rules().getFillers() ? lead : EMPTY;
    }

    private static boolean rightAligned(FieldDefinition field) {
        return field.rules().getKind() == FieldKind.INTEGER || field.rules().getKind() == FieldKind.AMOUNT;
    }

    private String value(FieldDefinition field, String digits) {
        if (marks.used() && field.rules().getKind() == FieldKind.AMOUNT) {
            return AmountMarks.value(digits, field.rules().getFraction());
        }
        return rightAligned(field) ? digits.replaceFirst("^0+(?=.)", "") : digits;
    }
}
