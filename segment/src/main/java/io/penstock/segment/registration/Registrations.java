package io.penstock.segment.registration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * All forms of a page.
 *
 * @param first what was found first, or why nothing was
 * @param found every form that was found, from top to bottom, then from left to right; empty where first is none
 * @param more  whether there is print beside them that looks like more of a form
 */
public record Registrations(Registration first, List<Registration.Found> found, boolean more) {

    /** Puts the forms in order. */
    public Registrations {
        found = inOrder(found);
    }

    /** A row is what is level with the highest form that is left. */
    private static List<Registration.Found> inOrder(List<Registration.Found> forms) {
        List<Registration.Found> left = new ArrayList<>(forms);
        left.sort(Comparator.comparingDouble(Registration.Found::top));
        List<Registration.Found> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            double middle = (left.get(0).top() + left.get(0).bottom()) / 2;
            List<Registration.Found> row = left.stream().filter(form -> form.top() < middle)
                .sorted(Comparator.comparingDouble(Registration.Found::left)).toList();
            ordered.addAll(row);
            left.removeAll(row);
        }
        return List.copyOf(ordered);
    }
}
