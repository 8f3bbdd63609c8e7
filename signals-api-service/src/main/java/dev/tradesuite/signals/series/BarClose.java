package dev.tradesuite.signals.series;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The close of a bar.
 *
 * @param at when it closed
 * @param price in the quote currency, above zero
 * @param rate US dollars for one unit of the quote currency then; absent when nobody knew
 */
public record BarClose(Instant at, double price, @Nullable Double rate) {}
