package io.penstock.review.access;

/** The permanent codes of what keeps people out of the console, or the console from starting. */
public enum AccessFault {

    /** The console would answer to other machines, and nobody logs in. */
    LOGIN_NEEDED("other machines can reach the console only where people log in: set review.login=users and add users with "
        + "'./penstock users add', or keep review.http.host=127.0.0.1"),
    /** There is no file of users, or none in it, and people are to log in. */
    USERS_MISSING("there is no user who could log in: add one with './penstock users add NAME --role supervisor'"),
    /** Others than its owner may read or write the file of users. */
    USERS_FILE_OPEN("others may read or write the file of users, so who is in it can't be trusted: look at it, then chmod 600"),
    /** The file of users can't be read, written or understood. */
    USERS_FILE_UNUSABLE("the file of users can't be used: mend it, or take it from a backup"),
    /** A user has that name. */
    USER_EXISTS("there is a user of this name: './penstock users passwd' sets another password, 'users remove' takes the user away"),
    /** No user has that name. */
    USER_UNKNOWN("there is no user of this name: './penstock users list' shows them"),
    /** The name is not one that can stand in a correction. */
    USER_NAME_INVALID("a name has 1 to 64 letters, digits and . _ @ - and begins with a letter or digit"),
    /** The password is too easily guessed, or too long to be one. */
    PASSWORD_UNFIT("a password has 10 to 200 characters and is not the name"),
    /** Name or password is wrong; which of them is not said. */
    LOGIN_REFUSED("name or password is wrong"),
    /** There were too many wrong ones of late. */
    TOO_MANY_ATTEMPTS("there were too many attempts to log in; wait a quarter of an hour, or ask whoever keeps the users"),
    /** The provider of log-ins does not answer, or not as such a one. */
    PROVIDER_UNAVAILABLE("the provider of log-ins can't be asked; try again, and see review.oidc.issuer and the log"),
    /** The provider says who it is, but not that this person may do anything here. */
    ROLES_MISSING("you are known, but have no role here (clerk, supervisor, auditor), or no name that can stand in a correction; ask "
        + "whoever keeps the users"),
    /** The settings of the provider are not complete, or not safe. */
    PROVIDER_UNSET("log-in by OpenID Connect needs review.oidc.issuer (https), review.oidc.client and review.oidc.address"),
    /** What was sent is not a name and a password. */
    LOGIN_INVALID("the request is not what this address takes; load the page again");

    private final String advice;

    AccessFault(String advice) {
        this.advice = advice;
    }

    /** Returns what is wrong and what to do about it. */
    public String advice() {
        return advice;
    }
}
