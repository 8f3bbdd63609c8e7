package dev.tradesuite.orchestrator.trade;

import java.math.BigDecimal;

/**
 * What a request gets that leaves it out.
 *
 * @param accountId account in the books
 * @param riskPercent share of equity to lose at the stop, in percent
 * @param stopAtrMultiple average true ranges to the stop; while none is known, the catalogue has a distance
 */
public record TradeDefaults(String accountId, BigDecimal riskPercent, BigDecimal stopAtrMultiple) {

    public TradeDefaults {
        if (stopAtrMultiple.signum() <= 0) {
            throw new IllegalArgumentException(
                    "stop-atr-multiple must be above 0, was " + stopAtrMultiple.toPlainString());
        }
    }
}
