package dev.tradesuite.orchestrator.order;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCapabilities;
import dev.tradesuite.broker.BrokerExecution;
import dev.tradesuite.broker.BrokerOrder;
import dev.tradesuite.broker.BrokerOrderStatus;
import dev.tradesuite.broker.BrokerReport;
import dev.tradesuite.broker.BrokerRequest;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.HeldLots;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A venue on the other side of a network, as real ones are: what has not arrived it does not know and cannot cancel, a
 * cancel is a wish, and answers are lost. Market orders are filled as they arrive, others when the test says so.
 */
final class RemoteBroker implements Broker {

    private final Map<String, BrokerOrder> book = new LinkedHashMap<>();
    private final List<String> log;
    private final Clock clock;

    /** The next orders are lost on their way, or late: the test lets them {@link #arrive}. */
    boolean losesOrders;

    /** Nothing is answered. */
    boolean silent;

    /** A cancel is noted and not decided: the order may be filled all the same. */
    boolean cancelsLater;

    /** Run before an order is replaced or cancelled: what comes between. */
    Runnable between = () -> {};

    /** Run as an order is submitted. */
    Runnable submitting = () -> {};

    /** Run between a look-up and its answer. */
    Runnable lookingUp = () -> {};

    /** Its book is in our transactions. */
    boolean sharesTransactions;

    BigDecimal position = BigDecimal.ZERO;

    /** Who holds how much of it, where it keeps that apart; absent where it nets. */
    @Nullable
    HeldLots holders;

    RemoteBroker(List<String> log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "remote";
    }

    @Override
    public RunLabel label() {
        return RunLabel.LIVE;
    }

    @Override
    public BrokerCapabilities capabilities() {
        return new BrokerCapabilities(
                EnumSet.allOf(OrderType.class),
                EnumSet.of(TimeInForce.GTC, TimeInForce.DAY),
                true,
                true,
                false,
                Duration.ofMinutes(2),
                false,
                sharesTransactions,
                holders != null);
    }

    @Override
    public Optional<HeldLots> holdings(String accountId, String symbol) {
        return Optional.ofNullable(holders);
    }

    @Override
    public BrokerReport submit(BrokerRequest request) {
        log.add("submit");
        submitting.run();
        if (losesOrders) {
            throw new BrokerUnavailableException("time-out");
        }
        arrive(request);
        return said(request.clientOrderId());
    }

    /** An order is there, however late. */
    void arrive(BrokerRequest request) {
        if (!book.containsKey(request.clientOrderId())) {
            put(request, BrokerOrderStatus.WORKING, List.of(), null);
            if (request.terms().type() == OrderType.MARKET) {
                fill(request.clientOrderId());
            }
        }
    }

    void fill(String clientOrderId) {
        fill(clientOrderId, known(clientOrderId).terms().lots().value());
    }

    void fill(String clientOrderId, BigDecimal lots) {
        BrokerOrder order = known(clientOrderId);
        List<BrokerExecution> all = new ArrayList<>(order.executions());
        all.add(OrderFixture.execution(lots.toPlainString(), clock.instant()));
        BigDecimal sum = all.stream().map(each -> each.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean complete = sum.compareTo(order.terms().lots().value()) == 0;
        book.put(clientOrderId, with(order, complete ? BrokerOrderStatus.FILLED : order.status(), all, order.cause()));
    }

    void reject(String clientOrderId, Reason why) {
        BrokerOrder order = known(clientOrderId);
        book.put(clientOrderId, with(order, BrokerOrderStatus.REJECTED, order.executions(), why));
    }

    /** The venue decides on a cancel it has noted. */
    void cancelNow(String clientOrderId) {
        BrokerOrder order = known(clientOrderId);
        book.put(clientOrderId, with(order, BrokerOrderStatus.CANCELLED, order.executions(), null));
    }

    @Override
    public BrokerReport lookup(String accountId, Collection<String> clientOrderIds) {
        log.add("lookup " + clientOrderIds.size());
        speaks();
        BrokerReport found = new BrokerReport(
                clientOrderIds.stream().map(book::get).filter(Objects::nonNull).toList());
        lookingUp.run();
        return found;
    }

    @Override
    public BrokerReport cancel(BrokerRequest request, Reason why) {
        log.add("cancel");
        between.run();
        speaks();
        BrokerOrder order = book.get(request.clientOrderId());
        if (order == null) {
            return BrokerReport.NONE;
        }
        if (order.status().isOpen()) {
            BrokerOrderStatus next = cancelsLater ? BrokerOrderStatus.CANCEL_PENDING : BrokerOrderStatus.CANCELLED;
            book.put(request.clientOrderId(), with(order, next, order.executions(), why));
        }
        return said(request.clientOrderId());
    }

    @Override
    public BrokerReport replace(BrokerRequest old, BigDecimal filledSoFar, BrokerRequest replacement, Reason why) {
        log.add("replace");
        between.run();
        speaks();
        BrokerOrder order = known(old.clientOrderId());
        BigDecimal filled =
                order.executions().stream().map(each -> each.lots().value()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!order.status().isOpen() || filled.compareTo(filledSoFar) != 0) {
            put(replacement, BrokerOrderStatus.REJECTED, List.of(), new Reason("TOO_LATE", "it was filled"));
        } else {
            book.put(old.clientOrderId(), with(order, BrokerOrderStatus.CANCELLED, order.executions(), why));
            put(replacement, BrokerOrderStatus.WORKING, List.of(), null);
        }
        return new BrokerReport(List.of(known(old.clientOrderId()), known(replacement.clientOrderId())));
    }

    @Override
    public BrokerReport protect(String accountId, String symbol, List<BrokerRequest> legs, Reason why) {
        log.add("protect");
        speaks();
        legs.forEach(leg -> put(leg, BrokerOrderStatus.WORKING, List.of(), null));
        return new BrokerReport(
                legs.stream().map(leg -> known(leg.clientOrderId())).toList());
    }

    @Override
    public BigDecimal position(String accountId, String symbol) {
        return position;
    }

    BrokerOrder known(String clientOrderId) {
        return Objects.requireNonNull(book.get(clientOrderId), clientOrderId);
    }

    private BrokerReport said(String clientOrderId) {
        speaks();
        return new BrokerReport(List.of(known(clientOrderId)));
    }

    private void speaks() {
        if (silent) {
            throw new BrokerUnavailableException("time-out");
        }
    }

    private void put(
            BrokerRequest request, BrokerOrderStatus status, List<BrokerExecution> executions, @Nullable Reason cause) {
        book.put(
                request.clientOrderId(),
                new BrokerOrder(
                        request.clientOrderId(),
                        null,
                        request.terms(),
                        status,
                        executions,
                        cause,
                        clock.instant(),
                        clock.instant()));
    }

    private BrokerOrder with(
            BrokerOrder order, BrokerOrderStatus status, List<BrokerExecution> executions, @Nullable Reason cause) {
        return new BrokerOrder(
                order.clientOrderId(),
                order.parentClientOrderId(),
                order.terms(),
                status,
                executions,
                cause,
                order.acceptedAt(),
                clock.instant());
    }
}
