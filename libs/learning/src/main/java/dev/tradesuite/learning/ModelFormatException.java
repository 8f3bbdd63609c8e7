package dev.tradesuite.learning;

/** A file is no model, or a damaged one; the message says what was expected and what was found. */
public final class ModelFormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public ModelFormatException(String message) {
        super(message);
    }

    public ModelFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
