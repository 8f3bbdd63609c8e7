package dev.tradesuite.orchestrator.approval;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderSizeLimit;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Keeps an order from being enlarged past the size that needs approval: it is placed anew instead, and asked about.
 * Where the size is a share of equity, which a change does not ask for, none that opens a position is enlarged.
 */
final class ChangeApprovalGate implements OrderSizeLimit {

    private final ApprovalLimit limit;
    private final TradeWorth worth;

    ChangeApprovalGate(ApprovalLimit limit, TradeWorth worth) {
        this.limit = limit;
        this.worth = worth;
    }

    @Override
    public Optional<Reason> refusal(TradeOrder order, TradeTerms changed) {
        boolean mayBe = !limit.isSet()
                || changed.reduceOnly()
                || !changed.lots().isMoreThan(order.terms().lots());
        if (mayBe) {
            return Optional.empty();
        }
        if (limit.percent() != null) {
            return Optional.of(TradeReason.APPROVAL_NEEDED.reason(
                    "An order is not enlarged where a share of equity needs approval; place another one."));
        }
        OrderOrigin origin = order.origin();
        BigDecimal price = changed.statedPrice().orElse(origin.marketPrice());
        return limit.exceededBy(
                worth.of(changed.symbol(), changed.lots(), price)
                        .in(origin.accountCurrency(), origin.conversionPrices()),
                BigDecimal.ZERO,
                origin.accountCurrency());
    }
}
