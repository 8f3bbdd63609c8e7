package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;

/** How the protective stop of a trade is found. */
public sealed interface StopChoice {

    /** At a distance from the entry. */
    record Distance(Pips pips) implements StopChoice {}

    /** At a price. */
    record AtPrice(BigDecimal price) implements StopChoice {}

    /** Where sizing puts it, from the average true range. */
    record FromVolatility() implements StopChoice {}

    /** It begins at the distance at which it trails the price. */
    record Trailing(Pips pips) implements StopChoice {}

    /** Nobody said: so many average true ranges away, or where the instrument has it while none is known. */
    record Unstated(BigDecimal atrMultiple) implements StopChoice {}

    /** There is none: the trade only reduces a position. */
    record None() implements StopChoice {}
}
