package dev.tradesuite.launcher;

import org.jspecify.annotations.Nullable;

/**
 * A failure that the person at the console can do something about.
 *
 * <p>The message is what the console shows, so it says what is wrong and how to put it right. The cause goes to the
 * log.
 */
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    public SuiteException(String message) {
        this(ExitCode.FAILED, message, null);
    }

    public SuiteException(String message, @Nullable Throwable cause) {
        this(ExitCode.FAILED, message, cause);
    }

    public SuiteException(ExitCode exitCode, String message) {
        this(exitCode, message, null);
    }

    public SuiteException(ExitCode exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "unknown failure" : message;
    }
}
