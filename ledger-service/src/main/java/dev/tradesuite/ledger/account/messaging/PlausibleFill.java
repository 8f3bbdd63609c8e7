package dev.tradesuite.ledger.account.messaging;

import static dev.tradesuite.support.event.Plausible.amount;
import static dev.tradesuite.support.event.Plausible.past;
import static dev.tradesuite.support.event.Plausible.positive;
import static dev.tradesuite.support.event.Plausible.present;
import static dev.tradesuite.support.event.Plausible.require;

import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a fill must be before the books believe it, as far as it can be told from the fill alone. Whether it fits the
 * other fills of its order is known where they are.
 */
final class PlausibleFill {

    /** What a broker gives back of what was traded, at most. */
    private static final BigDecimal REBATE = new BigDecimal("0.01");

    /** A broker's minimum may be more than a small trade is worth. */
    private static final BigDecimal MINIMUM_COMMISSION = new BigDecimal("1000");

    private PlausibleFill() {}

    /** Refuses a fill in which something is missing or cannot be. */
    static void check(OrderFilled filled, Instant now) {
        present(filled.fillId(), "fill_id");
        present(filled.orderId(), "order_id");
        present(filled.clientOrderId(), "client_order_id");
        present(filled.accountId(), "account_id");
        present(filled.symbol(), "symbol");
        present(filled.side(), "side");
        present(filled.label(), "label");
        past(filled.filledAt(), "filled_at", now);
        positive(filled.lots(), "lots");
        positive(filled.price(), "price");
        positive(filled.conversionRate(), "conversion_rate");
        positive(filled.cumulativeLots(), "cumulative_lots");
        amount(filled.commission(), "commission");
        require(
                filled.lots().compareTo(filled.cumulativeLots()) <= 0,
                () -> "a fill of %s lots cannot leave only %s of its order filled"
                        .formatted(filled.lots(), filled.cumulativeLots()));
    }

    /** Refuses a commission that would make money, or that costs more than the trade. */
    static void checkCommission(OrderFilled filled, Instrument instrument) {
        BigDecimal traded = filled.lots()
                .multiply(instrument.contractSize())
                .multiply(filled.price())
                .multiply(filled.conversionRate());
        BigDecimal commission = filled.commission();
        require(
                commission.signum() >= 0 || commission.negate().compareTo(traded.multiply(REBATE)) <= 0,
                () -> "a commission of %s for a trade of %s would make money"
                        .formatted(commission.toPlainString(), traded.toPlainString()));
        require(
                commission.compareTo(traded.max(MINIMUM_COMMISSION)) <= 0,
                () -> "a commission of %s is more than the trade of %s"
                        .formatted(commission.toPlainString(), traded.toPlainString()));
    }
}
