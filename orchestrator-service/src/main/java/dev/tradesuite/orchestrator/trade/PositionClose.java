package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Closes a position, or a part of it, at the market. It takes no signal and no size, but the reservation all the same.
 */
public final class PositionClose {

    private final TradeAccounts accounts;
    private final Conversion conversion;
    private final OrderReconciliation reconciliation;
    private final OrderPlacement placement;

    /** @param threads one for each task, such as virtual ones */
    public PositionClose(
            TradeAccounts accounts,
            Conversion conversion,
            Risk risk,
            OrderService orders,
            OrderReconciliation reconciliation,
            ExecutorService threads) {
        this.accounts = accounts;
        this.conversion = conversion;
        this.reconciliation = reconciliation;
        this.placement = new OrderPlacement(orders, risk, new DecisionSteps(threads));
    }

    /**
     * What to close.
     *
     * @param accountId account in the books
     * @param instrument whose position
     * @param marketPrice price now
     * @param lots how much; absent: all
     * @param conversionPrices prices of currency pairs that are known, by symbol
     */
    public record Request(
            String accountId,
            Instrument instrument,
            BigDecimal marketPrice,
            @Nullable Lots lots,
            Map<String, BigDecimal> conversionPrices) {}

    /** What came of it. */
    public sealed interface Result {

        /** An order was made; whether it was filled, the order says. */
        record Ordered(TradeOrder order) implements Result {}

        /** There is no position to close. */
        record NoPosition() implements Result {}

        /** There is less than was to be closed. */
        record NotEnough(Lots held) implements Result {}

        /** The fill could not be booked in the account's currency. */
        record NoConversion(String from, String to) implements Result {}

        /** It cannot be done now. */
        record NotNow(Reason why) implements Result {}
    }

    /**
     * Closes.
     *
     * @param opened told of the order in the transaction that opens it
     * @param ended told of the order in the transaction that fills or ends it
     */
    public Result close(Request request, Consumer<TradeOrder> opened, Consumer<TradeOrder> ended) {
        if (!reconciliation.isDone()) {
            return new Result.NotNow(TradeReason.ORDERS_RECONCILING.reason());
        }
        StepAnswer<AccountFunds> answer = accounts.account(request.accountId);
        if (answer instanceof StepAnswer.Missing<AccountFunds>(Reason why)) {
            return new Result.NotNow(why);
        }
        AccountFunds funds = answer.value();
        Instrument instrument = request.instrument;
        Optional<AccountFunds.Held> held = funds.held(instrument.symbol());
        if (held.isEmpty()) {
            return new Result.NoPosition();
        }
        AccountFunds.Held position = held.get();
        Lots lots = request.lots == null ? position.lots() : request.lots;
        if (lots.isMoreThan(position.lots())) {
            return new Result.NotEnough(position.lots());
        }
        Conversion.Prices prices =
                conversion.find(instrument, request.marketPrice, request.conversionPrices, funds.currency(), null);
        if (!prices.complete()) {
            return new Result.NoConversion(instrument.quote(), funds.currency());
        }
        TradeTerms terms = TradeTerms.close(instrument.symbol(), position.side().opposite(), lots);
        return new Result.Ordered(placed(request, terms, funds.currency(), prices.byPair(), opened, ended));
    }

    private TradeOrder placed(
            Request request,
            TradeTerms terms,
            String currency,
            Map<String, BigDecimal> prices,
            Consumer<TradeOrder> opened,
            Consumer<TradeOrder> ended) {
        TradeOrder order = placement.open(
                terms, OrderOrigin.of(request.accountId, currency, request.marketPrice, prices), null, opened);
        StepAnswer<RiskVerdict> answer = placement.reserve(
                order,
                Risk.Exposure.reducing(
                        request.accountId, terms.symbol(), terms.side(), terms.lots(), request.marketPrice, prices),
                Deadline.none());
        if (answer instanceof StepAnswer.Missing<RiskVerdict>(Reason why)) {
            return placement.end(order, OrderStatus.CANCELLED, why, ended);
        }
        RiskVerdict verdict = answer.value();
        return verdict.allowed()
                ? placement.send(order, sent -> ended.accept(sent.order())).order()
                : placement.end(order, OrderStatus.DENIED, verdict.denial(), ended);
    }
}
