package dev.tradesuite.signals.book;

import dev.tradesuite.accounting.paper.PaperRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paper accounts and what they leave. Every call but the first two joins the transaction under way. */
public interface BookStore {

    /** Open time of the newest bar booked for a series in a run; empty before the first. */
    Optional<Instant> lastBar(long run, SeriesName series);

    /** From when on the bars of a series' accounts were asked for; empty while there are none. */
    Optional<Instant> coveredFrom(long run, SeriesName series);

    /**
     * The accounts of a series by strategy code. The series is locked until the transaction ends, also while it has
     * none: two that book bars of one series take turns.
     *
     * @param rules how its accounts trade
     */
    Map<String, StoredAccount> lock(long run, SeriesName series, PaperRules rules);

    /**
     * Writes what bars made of the accounts: signals, equity with its roll-ups, positions, the accounts and the days'
     * performance.
     *
     * @param before the accounts as they were locked, by strategy code
     * @param booked one or more bars, oldest first
     * @return ids of the positions that were opened or closed by the last bar, and of those still open
     */
    List<PositionChange> write(long run, Map<String, StoredAccount> before, List<BookedBar> booked);

    /**
     * Notes the close of a bar that is booked already, where closes are kept for figures; accounts and what they left
     * stay as they are.
     *
     * @return the close it had, if that was another
     */
    Optional<BigDecimal> correct(SignalBar bar);

    /** Notes from when on the bars of new accounts were asked for. */
    void begin(long run, SeriesName series, Instant coveredFrom);

    /**
     * Removes the accounts of a series with all they left, and keeps others from booking until the transaction ends.
     */
    void clear(long run, SeriesName series);
}
