package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import java.util.List;

/**
 * What became of daily returns that were handed in.
 *
 * @param code of the strategy
 * @param added days that had no return under the label
 * @param corrected days whose return is another one now, under the next version
 * @param unchanged days that had this return already
 * @param refused every row that was not stored
 */
public record ReturnImportReport(
        String code, RunLabel label, int added, int corrected, int unchanged, List<RefusedReturn> refused) {

    /**
     * A row that was not stored.
     *
     * @param line of the table, from 1, the header included; of JSON the number of the row, from 1
     */
    public record RefusedReturn(int line, Reason reason) {}
}
