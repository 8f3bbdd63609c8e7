package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Puts stops and targets of a position to its broker. */
final class OrderProtection {

    private final TradeOrders orders;
    private final OrderBooks books;
    private final Brokers brokers;
    private final UnitOfWork work;
    private final String self;
    private final Supplier<UUID> ids;
    private final Clock clock;

    OrderProtection(
            TradeOrders orders,
            OrderBooks books,
            Brokers brokers,
            UnitOfWork work,
            String self,
            Supplier<UUID> ids,
            Clock clock) {
        this.orders = orders;
        this.books = books;
        this.brokers = brokers;
        this.work = work;
        this.self = self;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Protects the position that an order has opened with orders that cancel one another, in the place of whatever
     * protected it until now.
     *
     * @param entry whose reservation covers them
     * @return the orders as they stand, which is SUBMITTED while the broker is silent
     */
    List<TradeOrder> protect(
            TradeOrder entry, BigDecimal marketPrice, List<PositionLeg> legs, Consumer<List<TradeOrder>> alongside) {
        Instant now = clock.instant();
        Broker broker = brokers.of(entry.origin().accountId());
        Venue venue = new Venue(broker.name(), broker.label());
        OrderOrigin origin = entry.origin().ofLeg(entry.id(), marketPrice);
        List<TradeOrder> opened = legs.stream()
                .map(leg -> TradeOrder.opened(ids.get(), leg.terms(), origin.wantedBy(leg.strategy()), venue, self, now)
                        .submitted(now))
                .toList();
        Supplier<BrokerReport> call = () -> broker.protect(
                origin.accountId(),
                entry.terms().symbol(),
                opened.stream().map(TradeOrder::request).toList(),
                TradeReason.PROTECTION_REPLACED.reason());
        if (broker.capabilities().sharesTransactions()) {
            return work.durable(() -> protectedBy(kept(opened), Optional.of(call.get()), alongside));
        }
        List<TradeOrder> kept = work.durable(() -> kept(opened));
        Optional<BrokerReport> report = Submission.answered(call);
        return work.durable(() -> protectedBy(kept, report, alongside));
    }

    private List<TradeOrder> kept(List<TradeOrder> opened) {
        return opened.isEmpty() ? opened : orders.save(opened);
    }

    private List<TradeOrder> protectedBy(
            List<TradeOrder> legs, Optional<BrokerReport> report, Consumer<List<TradeOrder>> alongside) {
        report.ifPresent(books::book);
        List<TradeOrder> stand =
                report.isPresent() ? legs.stream().map(books::locked).toList() : legs;
        alongside.accept(stand);
        return stand;
    }
}
