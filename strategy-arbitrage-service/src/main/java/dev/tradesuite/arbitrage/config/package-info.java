/** Hands the strategy to strategy-support, which makes a controller of it. */
@NullMarked
package dev.tradesuite.arbitrage.config;

import org.jspecify.annotations.NullMarked;
