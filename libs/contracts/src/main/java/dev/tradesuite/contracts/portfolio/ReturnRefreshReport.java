package dev.tradesuite.contracts.portfolio;

import dev.tradesuite.contracts.market.Reason;
import java.time.LocalDate;
import java.util.List;

/**
 * What asking the source of a strategy for returns brought. {@code POST /api/v1/strategies/{code}/returns/refresh}.
 *
 * @param code of the strategy
 * @param from first day asked for, UTC
 * @param through last day asked for, the last that is over
 * @param added days that had no return
 * @param corrected days whose return is another one now, under the next version
 * @param unchanged days that had this return already
 * @param absent days that have equity and still no return, and why
 */
public record ReturnRefreshReport(
        String code,
        LocalDate from,
        LocalDate through,
        int added,
        int corrected,
        int unchanged,
        List<AbsentReturn> absent) {

    /** A day without a return. */
    public record AbsentReturn(LocalDate day, Reason reason) {}
}
