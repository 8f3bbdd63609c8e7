package dev.tradesuite.signals.imported;

/** A file cannot be read at all. */
public final class RecordFileException extends RuntimeException {

    private final String file;

    RecordFileException(String file, String message) {
        super(message);
        this.file = file;
    }

    /** {@code trades} or {@code equity}. */
    public String file() {
        return file;
    }
}
