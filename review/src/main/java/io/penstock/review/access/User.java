package io.penstock.review.access;

import java.util.Set;

/**
 * A person who may log in.
 *
 * @param name  how it stands in corrections
 * @param roles what that person may
 * @param hash  Argon2id hash of the password, with its parameters and salt
 */
public record User(String name, Set<Role> roles, String hash) {

    /** Keeps the roles as they are. */
    public User {
        roles = Set.copyOf(roles);
    }

    @Override
    public String toString() {
        return name + " " + roles; // the hash is nobody's business, and no log's
    }
}
