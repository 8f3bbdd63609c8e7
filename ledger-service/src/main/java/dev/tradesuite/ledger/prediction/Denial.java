package dev.tradesuite.ledger.prediction;

import dev.tradesuite.contracts.ledger.PortfolioReason;

/**
 * Why an order was not filled.
 *
 * @param code constant of {@link PortfolioReason}, or of the reasons of risk-service
 * @param message in a sentence, with the figures of the case
 */
public record Denial(String code, String message) {

    static Denial of(PortfolioReason reason, String message) {
        return new Denial(reason.name(), message);
    }
}
