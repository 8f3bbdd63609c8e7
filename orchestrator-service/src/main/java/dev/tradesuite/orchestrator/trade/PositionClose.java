package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
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

    private final Books books;
    private final Conversion conversion;
    private final OrderReconciliation reconciliation;
    private final Placement placement;

    /** @param threads one for each task, such as virtual ones */
    public PositionClose(
            Books books,
            Conversion conversion,
            Risk risk,
            OrderService desk,
            OrderReconciliation reconciliation,
            ExecutorService threads) {
        this.books = books;
        this.conversion = conversion;
        this.reconciliation = reconciliation;
        this.placement = new Placement(desk, risk, new Steps(threads));
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
        record NotNow(Reason cause) implements Result {}
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
        Answer<Funds> answer = books.account(request.accountId);
        if (answer instanceof Answer.Missing<Funds>(Reason cause)) {
            return new Result.NotNow(cause);
        }
        Funds funds = answer.value();
        Instrument instrument = request.instrument;
        Optional<Funds.Holding> held = funds.holding(instrument.symbol());
        if (held.isEmpty()) {
            return new Result.NoPosition();
        }
        Funds.Holding position = held.get();
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
        Witness witness = new Witness(opened, ended);
        placement.place(
                terms,
                OrderOrigin.of(request.accountId, funds.currency(), request.marketPrice, prices.byPair()),
                new Risk.Exposure(
                        request.accountId,
                        instrument.symbol(),
                        terms.side(),
                        lots,
                        request.marketPrice,
                        null,
                        Leverage.NOT_STATED,
                        prices.byPair(),
                        null),
                Deadline.none(),
                witness);
        return new Result.Ordered(witness.order());
    }

    private static final class Witness implements Placement.Witness {

        private final Consumer<TradeOrder> opened;
        private final Consumer<TradeOrder> ended;
        private @Nullable TradeOrder order;

        Witness(Consumer<TradeOrder> opened, Consumer<TradeOrder> ended) {
            this.opened = opened;
            this.ended = ended;
        }

        @Override
        public void opened(TradeOrder opening) {
            opened.accept(opening);
        }

        @Override
        public void ended(Placement.Outcome outcome) {
            order = outcome.order();
            ended.accept(outcome.order());
        }

        @Override
        public void comesTo(String step) {
            // Nobody asks for the times of a close.
        }

        TradeOrder order() {
            if (order == null) {
                throw new IllegalStateException("the placement has not come to its end");
            }
            return order;
        }
    }
}
