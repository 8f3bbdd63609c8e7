package dev.tradesuite.contracts.signals;

import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of every row of an import of recorded trades. Read = stored + refused.
 *
 * @param run to read as {@code run=}; absent when nothing was stored
 * @param startingCapital US dollars the account began with
 * @param netProfit sum of the trades, US dollars
 * @param trades rows of the trades
 * @param equity rows of the equity; absent without such a file
 * @param refusals every row that was refused
 */
public record RecordImportReport(
        @Nullable Long run,
        String strategyCode,
        String symbol,
        Timeframe timeframe,
        boolean dryRun,
        BigDecimal startingCapital,
        BigDecimal netProfit,
        RowCount trades,
        @Nullable RowCount equity,
        List<RefusedRecord> refusals) {

    /** Rows of one file. */
    public record RowCount(int read, int stored) {}

    /**
     * A row that was not stored.
     *
     * @param file {@code trades} or {@code equity}
     * @param line in the file; the header is line 1
     * @param message what was found
     */
    public record RefusedRecord(String file, int line, RecordRefusal code, String message) {}
}
