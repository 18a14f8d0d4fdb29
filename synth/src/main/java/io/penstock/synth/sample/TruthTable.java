package io.penstock.synth.sample;

import io.penstock.segment.form.FormDefinition;
import io.penstock.synth.form.Entry;
import java.util.List;

/** The lines of {@code truth.csv}; where pages may hold several forms, with the form and its running number on the page. */
final class TruthTable {

    private final boolean several;
    private final StringBuilder lines;

    TruthTable(boolean several) {
        this.several = several;
        this.lines = new StringBuilder("file,field,written,value").append(several ? ",form,copy" : "").append('\n');
    }

    /** Adds what was entered into a form; {@code copy} counts from 1 on each page, from top to bottom, then from left to right. */
    void add(String file, FormDefinition form, int copy, List<Entry> entries) {
        String where = several ? "," + form.name() + "," + copy : "";
        for (Entry entry : entries) {
            lines.append(String.join(",", file, entry.field().name(), entry.written(), entry.value())).append(where).append('\n');
        }
    }

    String csv() {
        return lines.toString();
    }
}
