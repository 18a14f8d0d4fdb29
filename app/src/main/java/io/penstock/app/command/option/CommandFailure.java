package io.penstock.app.command.option;

/** Ends a command with a message on stderr and an exit code. */
public final class CommandFailure extends RuntimeException {

    /** Exit code of bad arguments. */
    public static final int BAD_ARGUMENTS = 2;

    /** Exit code of everything else that keeps a command from doing its work. */
    public static final int FAILED = 1;

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public static CommandFailure badArguments(String message) {
        return new CommandFailure(BAD_ARGUMENTS, message);
    }

    public static CommandFailure failed(String message) {
        return new CommandFailure(FAILED, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
