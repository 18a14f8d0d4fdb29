package io.penstock.schema.deadletter;

/** Says that the process or thread that worked on a record died of it again and again, so that it is not tried once more. */
final class RepeatedDeathException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RepeatedDeathException(int deaths) {
        super("the stage died " + deaths + " times while it worked on the record");
    }
}
