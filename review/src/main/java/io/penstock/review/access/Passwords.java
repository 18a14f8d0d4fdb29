package io.penstock.review.access;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;

/**
 * Passwords as Argon2id hashes: 19 MiB and two passes each, so that a stolen file of users is not soon a list of passwords.
 *
 * <p>Thread-safe; each check takes tens of milliseconds.
 */
public final class Passwords {

    private static final int SHORTEST = 10;
    private static final int LONGEST = 200;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final Argon2Function ARGON2ID = Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);

    private final String nobodys;

    /** Prepares a hash for users that are not there. */
    public Passwords() {
        nobodys = hash("a password that nobody has");
    }

    /**
     * Returns the hash of a new password.
     *
     * @throws AccessException where it is unfit
     */
    public String hash(String name, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST || password.equalsIgnoreCase(name)) {
            throw new AccessException(AccessFault.PASSWORD_UNFIT, name);
        }
        return hash(password);
    }

    private static String hash(String password) {
        return Password.hash(password).addRandomSalt(SALT_BYTES).with(ARGON2ID).getResult();
    }

    /** Returns whether a password is the user's. That there is no such user takes as long to say as that it is wrong. */
    boolean isRight(Optional<User> user, String password) {
        String hash = user.map(User::hash).orElse(nobodys);
        boolean same = password.length() <= LONGEST
            && Password.check(password, hash).with(Argon2Function.getInstanceFromHash(hash));
        return same && user.isPresent();
    }
}
