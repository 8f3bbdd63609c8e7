package dev.tradesuite.orchestrator.stop;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.orchestrator.difference.PositionGaps.PositionOf;
import dev.tradesuite.orchestrator.order.OrderMovedException;
import dev.tradesuite.orchestrator.order.OrderService;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.support.store.UnitOfWork;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops trading, step by step: {@code REDUCE_ONLY}, so that nothing new is opened; then orders are cancelled and, to
 * flatten, positions closed at the market and shares of portfolios sold; then {@code HALTED}.
 *
 * <p>Every step looks at what is there and does what is left of it, so it may be taken again wherever it was
 * interrupted. A position is closed by an order that is noted in the transaction that opens it: while that order is
 * open there is no second one. What does not answer is tried again, and the others are not kept waiting by it.
 */
public final class StopRunner {

    private static final Logger LOG = LoggerFactory.getLogger(StopRunner.class);

    private final TradingStops stops;
    private final StopTargets targets;
    private final StopStates states;
    private final OrderService service;
    private final TradeOrders orders;
    private final PositionFlattening flattening;
    private final StopSales sales;
    private final StopHalts halts;
    private final StopEvents events;
    private final UnitOfWork work;
    private final StopPace pace;
    private final Clock clock;

    StopRunner(
            TradingStops stops,
            StopTargets targets,
            StopStates states,
            OrderService service,
            TradeOrders orders,
            PositionFlattening flattening,
            StopPortfolios portfolios,
            StopEvents events,
            UnitOfWork work,
            StopPace pace,
            Clock clock) {
        this.stops = stops;
        this.targets = targets;
        this.states = states;
        this.service = service;
        this.orders = orders;
        this.flattening = flattening;
        this.sales = new StopSales(stops, portfolios, work, pace.lease(), clock);
        this.halts = new StopHalts(stops, states, work, pace.lease());
        this.events = events;
        this.work = work;
        this.pace = pace;
        this.clock = clock;
    }

    /** Works on everything that is due and that nobody else works on. */
    public void run() {
        Optional<TradingStop> next = claimed();
        while (next.isPresent()) {
            run(next.get(), StopStep.HALT);
            next = claimed();
        }
    }

    /**
     * Takes the first step of one that was just asked for: nothing new is opened when this is done. What follows is for
     * whoever {@linkplain #run() runs}; so is this step, if it cannot be taken now.
     */
    public void begin(UUID id) {
        work.durable(() -> stops.claimFirst(id, pace.lease())).ifPresent(stop -> run(stop, StopStep.RESTRICT));
    }

    private Optional<TradingStop> claimed() {
        return work.durable(() -> stops.claim(pace.lease()));
    }

    /** @param last step after which it is left to others */
    private void run(TradingStop claimed, StopStep last) {
        TradingStop stop = claimed;
        try {
            while (stop.isRunning()) {
                if (stop.progress().step().compareTo(last) > 0) {
                    left(stop);
                    return;
                }
                Outcome outcome = step(stop);
                switch (outcome) {
                    case Outcome.On(StopStep step) -> stop = moved(stop.at(step));
                    case Outcome.Done _ -> stop = ended(stop.done(now()));
                    case Outcome.Failed(Reason why) -> stop = ended(stop.failed(why, now()));
                    case Outcome.Wait(Reason why) -> {
                        later(stop.waiting(why));
                        return;
                    }
                }
            }
        } catch (StopLostException e) {
            LOG.info("{}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("The stop {} cannot go on for now; tried again shortly", stop.id(), e);
            later(stop.waiting(TradeReason.STOP_UNFINISHED.reason()));
        }
    }

    /** What came of a step. */
    private sealed interface Outcome {

        record On(StopStep step) implements Outcome {}

        record Wait(Reason why) implements Outcome {}

        record Done() implements Outcome {}

        record Failed(Reason why) implements Outcome {}
    }

    private Outcome step(TradingStop stop) {
        return switch (stop.progress().step()) {
            case RESTRICT -> restrict(stop);
            case CLEAR -> clear(stop);
            case HALT -> halt(stop);
        };
    }

    private Outcome restrict(TradingStop stop) {
        Outcome restricted = set(stop, TradingState.REDUCE_ONLY, new Outcome.On(StopStep.CLEAR));
        // What is halted lets nothing be closed: to flatten, it gives way until everything is.
        return restricted instanceof Outcome.On && stop.flattens()
                ? halts.giveWay(stop).<Outcome>map(Outcome.Wait::new).orElse(restricted)
                : restricted;
    }

    private Outcome halt(TradingStop stop) {
        if (closesForAnother(stop)) {
            return new Outcome.Wait(TradeReason.STOP_AFTER_ANOTHER.reason());
        }
        return halts.haltAgain(stop)
                .<Outcome>map(Outcome.Wait::new)
                .orElseGet(() -> set(stop, TradingState.HALTED, new Outcome.Done()));
    }

    private Outcome set(TradingStop stop, TradingState state, Outcome then) {
        return switch (states.restrict(stop.wish(), state)) {
            case StopStates.Outcome.Set _ -> then;
            case StopStates.Outcome.Unanswered(Reason why) -> new Outcome.Wait(why);
            case StopStates.Outcome.Refused(Reason why) -> new Outcome.Failed(why);
        };
    }

    private Outcome clear(TradingStop stop) {
        Map<StopItem.Key, StopItem> known =
                new HashMap<>(stops.items(stop.id()).stream().collect(Collectors.toMap(StopItem::key, item -> item)));
        boolean all = cancel(stop, known, targets.orders(stop.wish(), stop.flattens()));
        if (stop.flattens()) {
            boolean closed = close(stop, known);
            // What protects a position stays until that is closed.
            all = closed && cancel(stop, known, targets.protection(stop.wish())) && all;
        }
        Optional<Reason> unsold = stop.flattens() ? sales.sell(stop) : Optional.empty();
        all = followed(stop, known) && all;
        if (!all || unsold.isPresent()) {
            return new Outcome.Wait(unsold.orElseGet(TradeReason.STOP_UNFINISHED::reason));
        }
        return stop.wish().level() == StopLevel.ENTRIES ? new Outcome.Done() : new Outcome.On(StopStep.HALT);
    }

    /** Whether all of them are cancelled, or have ended otherwise. */
    private boolean cancel(TradingStop stop, Map<StopItem.Key, StopItem> known, List<TradeOrder> open) {
        boolean all = true;
        for (TradeOrder order : open) {
            StopItem fresh = StopItem.of(order, now());
            StopItem item = known.getOrDefault(fresh.key(), fresh).tried(now());
            StopItem told = cancelled(stop, item, order);
            known.put(told.key(), told);
            all &= told.told().done();
        }
        return all;
    }

    private StopItem cancelled(TradingStop stop, StopItem item, TradeOrder order) {
        note(stop, item);
        try {
            TradeOrder told = service.cancel(order.id(), TradeReason.CANCELLED_BY_STOP.reason(), _ -> {})
                    .orElse(order);
            StopItem next = item.ordered(told, told.isFinal(), now());
            return note(stop, told.isFinal() ? next : next.waiting(TradeReason.BROKER_UNCERTAIN.reason(), now()));
        } catch (OrderMovedException _) {
            // Filled or cancelled by others in this moment.
            return note(stop, item.waiting(TradeReason.STOP_UNFINISHED.reason(), now()));
        }
    }

    /** Whether all positions are closed. */
    private boolean close(TradingStop stop, Map<StopItem.Key, StopItem> known) {
        boolean all = true;
        for (PositionOf position : targets.positions(stop.wish())) {
            all &= close(stop, known, position);
        }
        return all;
    }

    private boolean close(TradingStop stop, Map<StopItem.Key, StopItem> known, PositionOf position) {
        Optional<BigDecimal> held = targets.held(position);
        StopItem fresh = StopItem.of(position.accountId(), position.symbol(), held.orElse(null), now());
        StopItem before = known.get(fresh.key());
        if (held.isEmpty()) {
            note(stop, (before == null ? fresh : before).waiting(TradeReason.BROKER_UNCERTAIN.reason(), now()));
            return false;
        }
        if (held.get().signum() == 0) {
            if (before != null && !before.told().done()) {
                note(stop, withOrder(before).done(now()));
            }
            return true;
        }
        StopItem item = withOrder(before == null ? fresh : before.held(held.get()));
        if (isUnderWay(item)) {
            note(stop, item.waiting(TradeReason.BROKER_UNCERTAIN.reason(), now()));
            return false;
        }
        return closed(stop, item.tried(now()), position);
    }

    private boolean closed(TradingStop stop, StopItem item, PositionOf position) {
        note(stop, item);
        Optional<Reason> why = flattening.close(
                position.accountId(),
                position.symbol(),
                opened -> stops.note(stop, item.ordered(opened, false, now()), pace.lease()));
        if (why.isPresent()) {
            note(stop, item.waiting(why.get(), now()));
            return false;
        }
        StopItem told = stops.items(stop.id()).stream()
                .filter(noted -> noted.key().equals(item.key()))
                .findFirst()
                .map(this::withOrder)
                .orElse(item);
        boolean closed =
                targets.held(position).filter(held -> held.signum() == 0).isPresent();
        note(stop, closed ? told.done(now()) : told);
        return closed;
    }

    /** Orders that ended by themselves since they were asked to; whether there is no other. */
    private boolean followed(TradingStop stop, Map<StopItem.Key, StopItem> known) {
        boolean all = true;
        for (StopItem item : known.values()) {
            if (item.key().kind() == StopItem.Kind.ORDER && !item.told().done()) {
                UUID id = UUID.fromString(item.key().subject());
                Optional<TradeOrder> order = orders.find(id);
                boolean ended = order.isEmpty() || order.get().isFinal();
                if (ended) {
                    note(
                            stop,
                            order.map(found -> item.ordered(found, true, now())).orElseGet(() -> item.done(now())));
                }
                all &= ended;
            }
        }
        return all;
    }

    /** The position with its order as that stands now. */
    private StopItem withOrder(StopItem item) {
        return Optional.ofNullable(item.orderId())
                .flatMap(orders::find)
                .map(order -> item.ordered(order, false, now()))
                .orElse(item);
    }

    private static boolean isUnderWay(StopItem item) {
        return item.orderId() != null
                && item.told().status() != null
                && !isEnd(item.told().status());
    }

    private static boolean isEnd(OrderStatus status) {
        return switch (status) {
            case FILLED, DENIED, REJECTED, CANCELLED, EXPIRED -> true;
            case PENDING_APPROVAL, NEW, RESERVED, SUBMITTED, PARTIALLY_FILLED, CANCEL_REQUESTED -> false;
        };
    }

    /** What is halted lets nothing be closed, so whoever closes positions of an account comes first. */
    private boolean closesForAnother(TradingStop stop) {
        return !stop.flattens()
                && stops.running().stream()
                        .anyMatch(other -> other.flattens()
                                && (stop.wish().accountId() == null
                                        || stop.wish()
                                                .accountId()
                                                .equals(other.wish().accountId())));
    }

    private StopItem note(TradingStop stop, StopItem item) {
        work.durable(() -> stops.note(stop, item, pace.lease()));
        return item;
    }

    private TradingStop moved(TradingStop stop) {
        work.durable(() -> {
            stops.save(stop, pace.lease());
            events.changed(stop, now());
        });
        return stop;
    }

    private TradingStop ended(TradingStop stop) {
        work.durable(() -> {
            stops.release(stop, Duration.ZERO);
            events.changed(stop, now());
        });
        LOG.info(
                "The stop {} ({}) is {}",
                stop.id(),
                stop.wish().level(),
                stop.progress().state());
        return stop;
    }

    private void left(TradingStop stop) {
        work.durable(() -> stops.release(stop, Duration.ZERO));
    }

    private void later(TradingStop stop) {
        try {
            work.durable(() -> stops.release(stop, pace.after(stop.progress().attempts())));
        } catch (StopLostException e) {
            LOG.info("{}", e.getMessage());
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
