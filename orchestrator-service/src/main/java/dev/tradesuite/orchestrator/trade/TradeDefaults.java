package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;

/**
 * What a request gets that leaves it out.
 *
 * @param accountId account in the books
 * @param riskPercent share of equity to lose at the stop, in percent
 * @param stopLoss distance of the stop
 */
public record TradeDefaults(String accountId, BigDecimal riskPercent, Pips stopLoss) {}
