/**
 * The prices a strategy looks back at, kept in the schema {@code strategy} that all controllers share: they outlive a
 * restart, and every replica sees the same.
 *
 * <p>Read {@link dev.tradesuite.controller.history.PriceSlots} first: it says which prices are kept.
 */
@NullMarked
package dev.tradesuite.controller.history;

import org.jspecify.annotations.NullMarked;
