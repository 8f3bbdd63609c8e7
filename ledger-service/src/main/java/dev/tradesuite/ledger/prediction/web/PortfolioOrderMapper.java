package dev.tradesuite.ledger.prediction.web;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomeQuote;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.contracts.ledger.CycleOrdersRequest;
import dev.tradesuite.contracts.ledger.MarkPricesRequest;
import dev.tradesuite.contracts.ledger.PortfolioOrderRequest;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.FencedRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads orders and prices from the records of the contract. */
final class PortfolioOrderMapper {

    private PortfolioOrderMapper() {}

    static OutcomeQuote price(MarkPricesRequest.Price price) {
        return new OutcomeQuote(price.marketId(), price.outcome(), price.bid(), price.at(), price.payout());
    }

    /**
     * What is wrong with prices whose fields meet their constraints one by one: a market that is resolved pays 1 for
     * each share in all, so what its outcomes are said to pay must not come to more.
     */
    static List<FieldError> faultsOf(List<MarkPricesRequest.Price> prices) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, BigDecimal> paid = new HashMap<>();
        for (int i = 0; i < prices.size(); i++) {
            MarkPricesRequest.Price price = prices.get(i);
            BigDecimal payout = price.payout();
            if (payout != null
                    && paid.merge(price.marketId(), payout, BigDecimal::add).compareTo(BigDecimal.ONE) > 0) {
                errors.add(new FieldError(
                        "prices[%d].payout".formatted(i),
                        "NOT_VALID",
                        "what the outcomes of a market pay must not come to more than 1",
                        payout.toPlainString()));
            }
        }
        return errors;
    }

    /** An order of a cycle as the request for it alone would be. */
    static PortfolioOrderRequest alone(CycleOrdersRequest.Order order, FencedRun run, RunLabel label) {
        return new PortfolioOrderRequest(
                run.cycleId(),
                run.fence(),
                order.side(),
                order.marketId(),
                order.question(),
                order.outcome(),
                order.stake(),
                order.price(),
                order.exitPrice(),
                order.quotedAt(),
                order.feePercent(),
                label,
                order.reason());
    }

    /** What is wrong with a request whose fields meet their constraints one by one. */
    static List<FieldError> faults(PortfolioOrderRequest request) {
        List<FieldError> errors = new ArrayList<>();
        if (request.side() == Side.BUY && request.stake() == null) {
            errors.add(new FieldError("stake", "REQUIRED", "is required for a BUY", null));
        }
        faultOf(request.label()).ifPresent(errors::add);
        return errors;
    }

    /** Books of portfolios know two labels. */
    static Optional<FieldError> faultOf(RunLabel label) {
        return label == RunLabel.PAPER || label == RunLabel.SIMULATED
                ? Optional.empty()
                : Optional.of(new FieldError("label", "NOT_VALID", "must be PAPER or SIMULATED", label.name()));
    }

    /** The terms of a request without faults. */
    static OutcomeTerms terms(PortfolioOrderRequest request) {
        boolean buys = request.side() == Side.BUY;
        return new OutcomeTerms(
                request.side(),
                new MarketOutcome(request.marketId(), request.question(), request.outcome()),
                buys ? request.stake() : null,
                request.price(),
                buys ? request.exitPrice() : null,
                request.quotedAt(),
                Objects.requireNonNullElse(request.feePercent(), BigDecimal.ZERO),
                request.label(),
                request.reason());
    }
}
