/** Makes the market source that the settings name: {@link dev.tradesuite.market.config.MarketSources}. */
@NullMarked
package dev.tradesuite.market.config;

import org.jspecify.annotations.NullMarked;
