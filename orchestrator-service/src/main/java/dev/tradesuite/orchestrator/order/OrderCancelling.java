package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/** Takes back what is unfilled of orders. */
final class OrderCancelling {

    private final OrderBooks books;
    private final Brokers brokers;
    private final UnitOfWork work;
    private final Clock clock;

    OrderCancelling(OrderBooks books, Brokers brokers, UnitOfWork work, Clock clock) {
        this.books = books;
        this.brokers = brokers;
        this.work = work;
        this.clock = clock;
    }

    /** The order as it stands: CANCELLED once its broker says so, and CANCEL_REQUESTED until then. */
    TradeOrder cancel(TradeOrder order, Reason why, Consumer<TradeOrder> alongside) {
        Broker broker = brokers.of(order);
        if (broker.capabilities().sharesTransactions()) {
            return work.durable(() -> {
                TradeOrder cancelled = books.book(order, broker.cancel(order.request(), why));
                alongside.accept(cancelled);
                return cancelled;
            });
        }
        // The wish is on disk before the broker hears of it: a reconciliation repeats it when this is interrupted.
        TradeOrder asked = work.durable(() -> cancelRequested(order, why));
        Optional<BrokerReport> report =
                asked.isFinal() ? Optional.empty() : Submission.answered(() -> broker.cancel(asked.request(), why));
        return work.durable(() -> {
            TradeOrder told = report.map(said -> books.book(asked, said)).orElse(asked);
            alongside.accept(told);
            return told;
        });
    }

    private TradeOrder cancelRequested(TradeOrder order, Reason why) {
        TradeOrder current = books.locked(order);
        if (current.isFinal()) {
            return current;
        }
        return current.isUnsent()
                ? books.saveEnded(current.ended(OrderStatus.CANCELLED, why, clock.instant()))
                : books.save(current.cancelRequested(why, clock.instant()));
    }
}
