package dev.tradesuite.signals.performance;

import dev.tradesuite.signals.equity.CurveStore;
import dev.tradesuite.signals.trade.TradeStore;

/**
 * Where performance is read from.
 *
 * @param curves equity points
 * @param trades closed trades
 * @param kept what the books keep ready
 */
public record PerformanceStores(CurveStore curves, TradeStore trades, PerformanceStore kept) {}
