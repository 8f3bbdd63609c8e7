package dev.tradesuite.ledger.performance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The closed positions of portfolios; each is a round trip, since it is bought once and closed as a whole. */
public interface ClosedOutcomes {

    /**
     * A place among them.
     *
     * @param at when the position was closed
     * @param id of the position
     */
    record Place(Instant at, UUID id) {}

    /**
     * Closed positions of a portfolio, the newest first.
     *
     * @param strategy that runs the portfolio
     * @param after only what comes after this place; empty: from the newest on
     */
    List<ClosedTrip> list(long portfolioId, String strategy, TripFilter filter, Optional<Place> after, int most);
}
