package dev.tradesuite.portfolio.returns;

import dev.tradesuite.contracts.market.RunLabel;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keeps hourly returns. Every method joins the transaction it is called in. */
public interface HourlyReturnStore {

    /** Stores returns; one of an hour that has another takes its place. */
    void put(String code, RunLabel label, List<HourlyReturn> hours);

    /** End of the newest hour of each strategy that has one, by code. */
    Map<String, Instant> newestHours();

    /** Forgets those of hours that ended before a moment. */
    void forgetHoursBefore(Instant moment);
}
