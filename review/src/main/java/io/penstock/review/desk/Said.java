package io.penstock.review.desk;

import io.penstock.schema.Correction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person says of a task.
 *
 * @param id      UUID that the browser gave it; empty: it gave none. The same answer sent again has the same id, and counts once
 * @param answer  outcome, text, form and time; who and when are not in it
 * @param corners where the person pointed, as {@code Page.corners}; empty: nowhere
 */
public record Said(Optional<UUID> id, Correction answer, List<Integer> corners) {

    /** Copies the corners. */
    public Said {
        corners = List.copyOf(corners);
    }

    /** Returns the id of the answer under a lease. */
    String idUnder(String lease) {
        String said = lease + "\n" + answer.getOutcome() + "\n" + answer.getText().strip() + "\n" + answer.getForm();
        return id.orElseGet(() -> UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8))).toString();
    }
}
