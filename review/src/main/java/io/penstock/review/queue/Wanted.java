package io.penstock.review.queue;

import io.penstock.schema.FieldKind;
import io.penstock.schema.OpenTask;

/**
 * Which tasks a person wants next.
 *
 * @param reviewer   who wants them
 * @param supervisor whether it is one who may decide between two people
 * @param kind       of this kind only; null: any
 * @param form       of this form only; null: any
 * @param document   of this document only; null: any
 * @param count      how many at most
 */
public record Wanted(String reviewer, boolean supervisor, FieldKind kind, String form, String document, int count) {

    /** Returns whether a task that nobody has is one for this person. */
    boolean fits(OpenTask task) {
        return (kind == null || task.getKind() == kind)
            && (form == null || form.equals(task.getForm()))
            && (document == null || document.equals(task.getDocument()))
            && (task.getAnswers().size() < 2 || supervisor || task.getSettled() != null)
            && (task.getSettled() != null || task.getAnswers().stream().noneMatch(answer -> answer.getReviewer().equals(reviewer)));
    }
}
