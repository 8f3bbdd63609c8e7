package dev.tradesuite.brain.candle;

import java.util.List;
import java.util.function.Consumer;

/** Stores candles. */
public interface CandleWriter {

    /**
     * Stores rows in one transaction: all of them, or none when {@code rows} or the database fails.
     *
     * <p>Two writes to the same series take turns, so each row is judged against what is really stored.
     *
     * @param rows hands over the rows, each checked by {@link CandleRules}; called once
     */
    Merge write(ImportOrder order, Consumer<Staging> rows);

    /** Takes the rows of a write. */
    interface Staging {

        /** Takes a checked row. */
        void add(CandleRow row);
    }

    /**
     * What became of the rows.
     *
     * @param symbols figures of each symbol
     * @param refusals the first refused rows, by line, at most as many as a report holds
     */
    record Merge(List<SymbolMerge> symbols, List<RefusedRow> refusals) {

        public Merge {
            symbols = List.copyOf(symbols);
            refusals = List.copyOf(refusals);
        }
    }
}
