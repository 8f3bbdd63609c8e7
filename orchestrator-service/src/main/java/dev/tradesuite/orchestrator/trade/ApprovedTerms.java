package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * What was approved of a trade that is decided on anew.
 *
 * @param lots size, never exceeded
 * @param marketPrice where the market was when the approval was asked for
 * @param maxMovePercent how far from that it may be by now
 */
public record ApprovedTerms(Lots lots, BigDecimal marketPrice, BigDecimal maxMovePercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The size of the order: what sizing allows by now, and no more than was approved. */
    Lots atMost(Lots sized) {
        return sized.min(lots);
    }

    /**
     * What does not hold any more of what was approved: the market has moved by more than the limit, |now / then - 1| x
     * 100; or sizing allows so much less by now, and it is more than one lot step that is missing.
     */
    Optional<Reason> changedIn(TradePlan plan) {
        BigDecimal now = plan.idea().marketPrice();
        BigDecimal moved = percentBetween(marketPrice, now);
        if (moved.compareTo(maxMovePercent) > 0) {
            return Optional.of(TradeReason.APPROVED_PRICE_MOVED.reason(
                    "The market was at %s and is at %s, %s %% away; at most %s %% is allowed."
                            .formatted(
                                    marketPrice.toPlainString(),
                                    now.toPlainString(),
                                    moved.round(new MathContext(3)).toPlainString(),
                                    maxMovePercent.toPlainString())));
        }
        BigDecimal missing = lots.value().subtract(plan.lots().value());
        boolean isOneStep = missing.compareTo(plan.idea().instrument().lotStep()) <= 0;
        if (!isOneStep && percentBetween(lots.value(), plan.lots().value()).compareTo(maxMovePercent) > 0) {
            return Optional.of(TradeReason.APPROVED_SIZE_TOO_LARGE.reason(
                    "%s lots were approved; sizing allows %s by now.".formatted(lots, plan.lots())));
        }
        return Optional.empty();
    }

    private static BigDecimal percentBetween(BigDecimal then, BigDecimal now) {
        return now.subtract(then).abs().multiply(HUNDRED).divide(then, MathContext.DECIMAL64);
    }
}
