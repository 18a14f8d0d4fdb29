package io.penstock.app.config;

/** Thrown for a setting that can't be used; the message says which and what would be right. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String message) {
        super(message);
    }
}
