/**
 * The paper broker: a venue that fills orders at the prices it is told and from closed candles.
 *
 * <p>Read {@link dev.tradesuite.orchestrator.order.paper.PaperBook} for how orders meet prices and
 * {@link dev.tradesuite.orchestrator.order.paper.PaperPrices} for what they pay. It keeps its own book in its own
 * tables ({@code store}), as a venue would, and shares nothing else with the order book of the service.
 */
@NullMarked
package dev.tradesuite.orchestrator.order.paper;

import org.jspecify.annotations.NullMarked;
