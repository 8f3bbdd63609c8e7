package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.MarketOutcome;
import dev.tradesuite.ledger.prediction.OrderTerms;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Turns a request that met its constraints into the terms of an order. */
final class OrderReader {

    private OrderReader() {}

    static OrderTerms read(PortfolioOrderRequest request) {
        requireWhole(request);
        boolean buys = request.side() == Side.BUY;
        return new OrderTerms(
                request.side(),
                new MarketOutcome(request.marketId(), request.question(), request.outcome()),
                buys ? request.stake() : null,
                request.price(),
                buys ? request.exitPrice() : null,
                Objects.requireNonNullElse(request.feePercent(), BigDecimal.ZERO),
                request.label(),
                request.reason());
    }

    /** What depends on more than one field. */
    private static void requireWhole(PortfolioOrderRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.side() == Side.BUY && request.stake() == null) {
            errors.add(new FieldError("stake", "REQUIRED", "is required for a BUY", null));
        }
        if (request.label() != RunLabel.PAPER && request.label() != RunLabel.SIMULATED) {
            errors.add(new FieldError(
                    "label",
                    "NOT_VALID",
                    "must be PAPER or SIMULATED",
                    request.label().name()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
