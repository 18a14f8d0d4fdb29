package io.penstock.synth.form;

import io.penstock.segment.form.FormDefinition;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How somebody writes an amount without boxes.
 *
 * @param indian  whether digits are grouped 12,34,567 and not 1,234,567
 * @param grouped whether groups are parted by commas at all
 * @param sign    currency sign before the amount, or nothing
 * @param ending  what closes an amount without cents, such as {@code /-}, or nothing
 */
record AmountStyle(boolean indian, boolean grouped, String sign, String ending) {

    /** Draws a style that suits a form: what its labels say of the currency, and which sign is printed already. */
    static AmountStyle draw(FormDefinition form, RandomGenerator random) {
        boolean rupees = labelled(form, List.of("₹", "RUPEES", "Rupees"));
        boolean printed = labelled(form, List.of("$", "₹"));
        boolean grouped = random.nextDouble() < 0.7;
        String sign = printed || random.nextDouble() < 0.7 ? "" : rupees ? "₹" : "$";
        String ending = rupees && random.nextDouble() < 0.75 ? "/-" : "";
        return new AmountStyle(rupees, grouped, sign, ending);
    }

    private static boolean labelled(FormDefinition form, List<String> words) {
        return form.labels().stream().anyMatch(label -> words.stream().anyMatch(label.text()::contains));
    }

    /** Returns the line for some digits, of which the last ones are cents. */
    String line(String digits, int fraction) {
        String whole = digits.substring(0, digits.length() - fraction);
        String line = sign + grouped(whole, grouped ? "," : "");
        return fraction == 0 ? line + ending : line + "." + digits.substring(whole.length());
    }

    /** Returns whole digits, parted into groups by a mark or nothing. */
    String grouped(String whole, String mark) {
        StringBuilder line = new StringBuilder(whole);
        int size = 3;
        for (int at = whole.length() - size; at > 0; at -= size) {
            line.insert(at, mark);
            size = indian ? 2 : 3;
        }
        return line.toString();
    }
}
