package io.penstock.synth.form;

import io.penstock.segment.form.FormDefinition;
import io.penstock.segment.form.FormParser;
import io.penstock.segment.form.InvalidFormException;

/** Small forms for the tests of this package. */
public final class TestForms {

    private TestForms() {
    }

    /** Two numbers and their sum, a date; everything in boxes. */
    public static FormDefinition tally() {
        return parse("""
            form: mini-tally
            version: "1"
            page: {width: 90, height: 60}
            registration:
              fiducials:
                - {x: 3, y: 3, width: 4, height: 4}
                - {x: 83, y: 3, width: 4, height: 4}
                - {x: 3, y: 53, width: 4, height: 4}
            labels:
              - {text: "VOTES", x: 10, y: 8, size: 3}
            fields:
              - {name: a, kind: integer, fillers: true, maxLength: 3, comb: {x: 10, y: 10, width: 18, height: 8, boxes: 3}}
              - {name: b, kind: integer, fillers: true, maxLength: 3, comb: {x: 40, y: 10, width: 18, height: 8, boxes: 3}}
              - {name: sum, kind: integer, fillers: true, maxLength: 3, comb: {x: 10, y: 22, width: 18, height: 8, boxes: 3}}
              - {name: date, kind: date, dateOrder: DDMMYYYY, comb: {x: 10, y: 34, width: 44, height: 7, boxes: 8}}
            relations:
              - sum = a + b
            """);
    }

    /** Numbers with check digits in boxes, a free amount, and a number that may stay away. */
    public static FormDefinition cheque() {
        return parse("""
            form: mini-cheque
            version: "1"
            page: {width: 120, height: 50}
            registration:
              frames:
                - {x: 3, y: 3, width: 114, height: 44}
            labels:
              - {text: "$", x: 66, y: 40, size: 4}
            fields:
              - {name: routing, kind: routing, comb: {x: 8, y: 6, width: 54, height: 7, boxes: 9}}
              - {name: card, kind: digits, checkDigit: luhn, minLength: 10, comb: {x: 8, y: 16, width: 60, height: 7, boxes: 10}}
              - {name: iban, kind: digits, checkDigit: mod97, minLength: 10, comb: {x: 8, y: 26, width: 60, height: 7, boxes: 10}}
              - {name: note, kind: digits, required: false, comb: {x: 80, y: 6, width: 24, height: 7, boxes: 4}}
              - {name: amount, kind: amount, fraction: 2, free: {x: 72, y: 34, width: 42, height: 10}}
            """);
    }

    private static FormDefinition parse(String yaml) {
        try {
            return new FormParser().parse("test", yaml);
        } catch (InvalidFormException e) {
            throw new AssertionError(e);
        }
    }
}
