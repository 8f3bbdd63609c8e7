package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;

/** How the protective stop of a trade is found. */
public sealed interface StopChoice {

    /** At a distance from the entry. */
    record Distance(Pips pips) implements StopChoice {}

    /** At a price. */
    record Price(BigDecimal price) implements StopChoice {}

    /** Where sizing puts it, from the average true range. */
    record FromVolatility() implements StopChoice {}
}
