package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCapabilities;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A broker that fills every order at the market price as soon as it comes. */
public final class MemoryBroker implements Broker {

    private final Map<String, BrokerOrder> book = new LinkedHashMap<>();
    private final boolean shared;

    /** What its fills are. */
    public RunLabel label = RunLabel.PAPER;

    /** Lots every account holds, negative when short. */
    public BigDecimal held = BigDecimal.ZERO;

    /** Who holds how much of them, where it keeps that apart; absent where it nets. */
    public @Nullable HeldLots holders;

    private final Lines lines;
    private final Clock clock;

    /** @param shared whether its book is in the transactions of the orders */
    MemoryBroker(boolean shared, MemoryWork work, Lines lines, Clock clock) {
        this.shared = shared;
        this.lines = lines;
        this.clock = clock;
        if (shared) {
            work.takesPart(() -> {
                Map<String, BrokerOrder> before = new LinkedHashMap<>(book);
                return () -> {
                    book.clear();
                    book.putAll(before);
                };
            });
        }
    }

    /** The orders it has filled. */
    public List<BrokerOrder> filled() {
        return book.values().stream()
                .filter(order -> order.status() == BrokerOrderStatus.FILLED)
                .toList();
    }

    @Override
    public String name() {
        return "memory";
    }

    @Override
    public RunLabel label() {
        return label;
    }

    @Override
    public BrokerCapabilities capabilities() {
        return new BrokerCapabilities(
                EnumSet.of(OrderType.MARKET, OrderType.LIMIT),
                EnumSet.allOf(TimeInForce.class),
                false,
                true,
                true,
                Duration.ZERO,
                false,
                shared,
                holders != null);
    }

    @Override
    public BrokerReport submit(BrokerRequest request) {
        lines.pass("the broker is called");
        BrokerOrder order =
                book.computeIfAbsent(request.clientOrderId(), _ -> order(request, BrokerOrderStatus.FILLED, null));
        lines.pass("the broker has filled");
        return new BrokerReport(List.of(order));
    }

    @Override
    public BrokerReport cancel(BrokerRequest request, Reason why) {
        return new BrokerReport(List.of(
                book.computeIfAbsent(request.clientOrderId(), _ -> order(request, BrokerOrderStatus.CANCELLED, why))));
    }

    @Override
    public BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why) {
        throw new UnsupportedOperationException();
    }

    @Override
    public BrokerReport lookup(String accountId, Collection<String> clientOrderIds) {
        return new BrokerReport(
                clientOrderIds.stream().map(book::get).filter(Objects::nonNull).toList());
    }

    @Override
    public BigDecimal position(String accountId, String symbol) {
        return held;
    }

    @Override
    public Optional<HeldLots> holdings(String accountId, String symbol) {
        return Optional.ofNullable(holders);
    }

    private BrokerOrder order(BrokerRequest request, BrokerOrderStatus status, @Nullable Reason why) {
        boolean filled = status == BrokerOrderStatus.FILLED;
        return new BrokerOrder(
                request.clientOrderId(),
                null,
                request.terms(),
                status,
                filled
                        ? List.of(new BrokerExecution(
                                UUID.randomUUID(),
                                request.terms().lots(),
                                request.marketPrice(),
                                BigDecimal.ZERO,
                                clock.instant()))
                        : List.of(),
                why,
                filled ? clock.instant() : null,
                clock.instant());
    }
}
