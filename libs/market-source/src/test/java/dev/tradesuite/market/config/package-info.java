/** From settings to the source they name. */
@NullMarked
package dev.tradesuite.market.config;

import org.jspecify.annotations.NullMarked;
