package io.penstock.review.desk;

import io.penstock.schema.FieldKind;
import io.penstock.schema.OpenTask;
import java.util.Set;

/**
 * What people see of a task.
 *
 * @param ahead how many tasks the console holds
 * @param blind when people type without seeing the machine's reading
 * @param kinds the kinds for which they do, where {@code blind} is KINDS
 * @param mask  whether account numbers beside the task are shown by their last digits only
 */
public record DeskPolicy(int ahead, Blind blind, Set<FieldKind> kinds, boolean mask) {

    /** When people type without seeing the machine's reading. */
    public enum Blind {
        /** Only where a task must be. */
        NEVER,
        /** Always. */
        ALWAYS,
        /** For some kinds of fields. */
        KINDS
    }

    /** Returns whether a task is typed without seeing the machine's reading: quality samples and tasks for two people always are. */
    public boolean isBlind(OpenTask task) {
        return task.getSample() || task.getPeople() > 1 || blind == Blind.ALWAYS || blind == Blind.KINDS && kinds.contains(task.getKind());
    }
}
