/** Hands the strategy to strategy-support, which makes a controller of it. */
@NullMarked
package dev.tradesuite.hybrid.config;

import org.jspecify.annotations.NullMarked;
