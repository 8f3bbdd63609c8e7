/**
 * The paper broker: a venue that fills orders at the prices it is told and from closed candles.
 *
 * <p>Read {@link dev.tradesuite.broker.paper.PaperBook} for how orders meet prices and
 * {@link dev.tradesuite.broker.paper.PaperPrices} for what they pay. It keeps its own book behind
 * {@link dev.tradesuite.broker.paper.PaperStore}, as a venue would, and shares nothing else with the orders.
 */
@NullMarked
package dev.tradesuite.broker.paper;

import org.jspecify.annotations.NullMarked;
