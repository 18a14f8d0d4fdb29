package io.penstock.sink.decode;

import io.penstock.schema.ClassifiedField;
import io.penstock.schema.ClassifiedPage;
import io.penstock.schema.FormMatch;

/** Which of the forms of a page its fields are of, and their names there. */
public final class PageForms {

    private PageForms() {
    }

    /** Returns the form of a field; null where its page is of no form. */
    public static FormMatch of(ClassifiedPage page, ClassifiedField field) {
        int further = field.getCopy() - 2;
        return further >= 0 && further < page.getFurther().size() ? page.getFurther().get(further) : page.getMatch();
    }

    /** Returns the name of a field in its form: on a page that holds several, its copy follows it. */
    public static String name(ClassifiedField field) {
        String suffix = "#" + field.getCopy();
        return field.getCopy() > 1 && field.getName().endsWith(suffix)
            ? field.getName().substring(0, field.getName().length() - suffix.length()) : field.getName();
    }
}
