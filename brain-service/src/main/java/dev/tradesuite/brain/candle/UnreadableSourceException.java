package dev.tradesuite.brain.candle;

import java.util.List;

/** A source of candles that cannot be read as a whole; nothing of it is stored. */
public final class UnreadableSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean tooLarge;
    private final transient List<Fault> faults;

    private UnreadableSourceException(String message, boolean tooLarge, List<Fault> faults) {
        super(message);
        this.tooLarge = tooLarge;
        this.faults = List.copyOf(faults);
    }

    /** A source whose bytes are not what they should be. */
    public static UnreadableSourceException damaged(String message) {
        return new UnreadableSourceException(message, false, List.of());
    }

    /** A source that is larger than the settings allow. */
    public static UnreadableSourceException tooLarge(String message) {
        return new UnreadableSourceException(message, true, List.of());
    }

    /** A source that the given settings of the import do not fit. */
    public static UnreadableSourceException misfit(String message, List<Fault> faults) {
        return new UnreadableSourceException(message, false, faults);
    }

    /** Whether it is larger than allowed. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** Settings of the import that do not fit the source; empty when it is the source itself. */
    public List<Fault> faults() {
        return faults;
    }

    /**
     * A setting that does not fit.
     *
     * @param setting name, such as {@code columns}
     * @param message what was expected and found
     */
    public record Fault(String setting, String message) {}
}
