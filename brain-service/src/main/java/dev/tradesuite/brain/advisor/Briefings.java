package dev.tradesuite.brain.advisor;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Optional;

/** Knows what there is to tell an advisor about a market. */
@FunctionalInterface
public interface Briefings {

    /** The briefing at a moment; empty when there is nothing current to tell. */
    Optional<Briefing> at(String symbol, Timeframe timeframe, Instant moment);
}
