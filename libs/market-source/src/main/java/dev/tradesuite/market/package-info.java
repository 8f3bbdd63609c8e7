/**
 * Events and markets of a prediction-market venue, as a strategy reads them.
 *
 * <p>Read {@link dev.tradesuite.market.MarketSource} first: it is the port. Its adapters are {@code file},
 * {@code gamma} and {@code simulated}; {@link dev.tradesuite.market.config.MarketSources} makes the one that the
 * settings name.
 */
@NullMarked
package dev.tradesuite.market;

import org.jspecify.annotations.NullMarked;
