package dev.tradesuite.launcher;

/** How a command ended, for scripts. */
public enum ExitCode {
    /** The command did what it was asked to do. */
    OK(0),
    /** The command failed; the message says why. */
    FAILED(1),
    /** An option, an argument or a setting is wrong. */
    USAGE(2),
    /** The command needs a running suite, and none is running. */
    NOT_RUNNING(3);

    private final int value;

    ExitCode(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
