package dev.tradesuite.brain.candle;

/** Rows of a source, such as a file or a request, that are read once from the first to the last. */
public interface CandleRows {

    /**
     * Hands every row to {@code sink}, in the order of the source.
     *
     * @throws UnreadableSourceException when the source as a whole cannot be read
     */
    void forEach(Sink sink);

    /** Takes the rows. */
    interface Sink {

        /** Takes a row that could be read. */
        void read(CandleRow row);

        /** Takes a row that could not be read. */
        void refused(RefusedRow row);
    }
}
