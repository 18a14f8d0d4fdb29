package io.penstock.review.access;

import java.util.Set;

/**
 * Who sends a request.
 *
 * @param name  who it is, as it stands in corrections
 * @param roles what that person may
 * @param csrf  what every request that changes something must bring; pages of other origins can't read it
 */
public record Visitor(String name, Set<Role> roles, String csrf) {

    /** Under this name a request holds its visitor once that is known. */
    public static final String ATTRIBUTE = "visitor";

    /** Returns whether this person may what one of some roles may. */
    public boolean is(Role... any) {
        return Set.of(any).stream().anyMatch(roles::contains);
    }
}
