package dev.tradesuite.orchestrator.trade;

import java.math.BigDecimal;
import java.util.Optional;

/** Knows where the market is, for an order that does not say it. */
public interface NewestPrice {

    /** The newest market price of an instrument; empty when there is none that is young enough. */
    Optional<BigDecimal> of(String symbol);
}
