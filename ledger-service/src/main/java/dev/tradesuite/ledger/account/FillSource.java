package dev.tradesuite.ledger.account;

import dev.tradesuite.accounting.account.Fill;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks the orchestrator for fills as it has booked them. */
@FunctionalInterface
public interface FillSource {

    /**
     * A page of fills, in the order in which they were booked there.
     *
     * @param since booked at this time or later
     * @param cursor of the page before; empty for the first
     */
    Page page(Instant since, Optional<String> cursor);

    /**
     * A page.
     *
     * @param fills those the books can take; what they cannot is left out
     * @param bookedUntil when the last fill of the page was booked there; empty for a page without one
     * @param next cursor of the next page; empty on the last
     */
    record Page(List<Fill> fills, Optional<Instant> bookedUntil, Optional<String> next) {}
}
