package dev.tradesuite.orchestrator.stop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.Broker;
import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.broker.BrokerUnavailableException;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.difference.PositionGap;
import dev.tradesuite.orchestrator.difference.PositionGaps;
import dev.tradesuite.orchestrator.order.Brokers;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.Lines;
import dev.tradesuite.orchestrator.order.MemoryWork;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.OrderStack;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.support.Ids;
import dev.tradesuite.test.FixedClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StopRunnerTest {

    private static final BigDecimal PRICE = new BigDecimal("1.0835");

    @ParameterizedTest
    @EnumSource(StopLevel.class)
    void doesWhatItsLevelSays(StopLevel level) {
        World world = new World(Lines.ofTheLiving());
        TradeOrder entry = world.waits("main");

        TradingStop stop = world.stop(level, "main");
        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.status(entry)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.told)
                .isEqualTo(
                        switch (level) {
                            case ENTRIES -> List.of("main REDUCE_ONLY");
                            case HALT -> List.of("main REDUCE_ONLY", "main HALTED");
                            case FLATTEN -> List.of("main REDUCE_ONLY loosened", "close EURUSD", "main HALTED");
                        });
        assertThat(world.held()).isEqualByComparingTo(level == StopLevel.FLATTEN ? "0" : "0.4");
    }

    /** For every line a stop comes by: the instance dies there, and the next one goes on. */
    @Test
    void stopThatIsInterruptedAnywhereIsCarriedToItsEndAndClosesOnce() {
        int line = 0;
        boolean died = true;
        int before = linesBefore();
        while (died) {
            World world = new World(new Lines(before + line));
            TradeOrder entry = world.waits("main");
            TradingStop stop = world.stop(StopLevel.FLATTEN, "main");
            died = world.dies();

            String where = "line " + line + " after " + world.lines.passed();
            for (int run = 0; died && run < 3; run++) {
                world.reconcile();
                world.stops.timePasses();
                world.runner().run();
            }

            assertThat(world.progress(stop).state()).as(where).isEqualTo(StopState.DONE);
            assertThat(world.held()).as(where).isZero();
            assertThat(world.status(entry)).as(where).isEqualTo(OrderStatus.CANCELLED);
            assertThat(world.orders.broker.filled()).as(where).hasSize(1);
            assertThat(world.told).as(where).first().isEqualTo("main REDUCE_ONLY loosened");
            assertThat(world.told).as(where).last().isEqualTo("main HALTED");
            assertThat(world.stops.items(stop.id())).as(where).allMatch(item -> item.told()
                    .done());
            line++;
        }
        assertThat(line).isGreaterThan(20);
    }

    /** Lines that are passed until there is a stop to work on. */
    private static int linesBefore() {
        World world = new World(Lines.ofTheLiving());
        world.waits("main");
        world.stop(StopLevel.FLATTEN, "main");
        return world.lines.passed().size();
    }

    @Test
    void brokerThatIsSilentIsShownAndKeepsNothingElseWaiting() {
        World world = new World(Lines.ofTheLiving());
        TradeOrder entry = world.waits("main");
        world.silent = true;

        TradingStop stop = world.stop(StopLevel.FLATTEN, "main");
        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);
        assertThat(world.progress(stop).attempts()).isEqualTo(1);
        assertThat(world.status(entry)).isEqualTo(OrderStatus.CANCELLED);
        assertThat(world.position(stop).told().reason()).isEqualTo(TradeReason.BROKER_UNCERTAIN.reason());
        assertThat(world.told).doesNotContain("main HALTED");

        world.silent = false;
        world.goOn();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.position(stop).lots()).isEqualByComparingTo("0.4");
    }

    @Test
    void closeThatIsDeniedIsTriedAgain() {
        World world = new World(Lines.ofTheLiving());
        world.obstacle = TradeReason.STOP_PRICE_UNKNOWN.reason();

        TradingStop stop = world.stop(StopLevel.FLATTEN, "main");
        world.runner().run();
        world.goOn();

        assertThat(world.position(stop).told().attempts()).isEqualTo(2);
        assertThat(world.position(stop).told().reason()).isEqualTo(TradeReason.STOP_PRICE_UNKNOWN.reason());
        assertThat(world.progress(stop).attempts()).isEqualTo(2);

        world.obstacle = null;
        world.goOn();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
    }

    @Test
    void stateThatIsRefusedEndsItAndOneThatIsUnansweredDoesNot() {
        World world = new World(Lines.ofTheLiving());
        world.states = new StopStates.Outcome.Unanswered(TradeReason.RISK_UNAVAILABLE.reason());
        TradingStop stop = world.stop(StopLevel.HALT, "main");
        world.runner().run();
        assertThat(world.progress(stop).step()).isEqualTo(StopStep.RESTRICT);
        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);

        Reason why = new Reason("NOT_FOUND", "there is no account");
        world.states = new StopStates.Outcome.Refused(why);
        world.goOn();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.FAILED);
        assertThat(world.progress(stop).waiting()).isEqualTo(why);
    }

    @Test
    void haltOfEverythingWaitsForWhoeverStillClosesPositions() {
        World world = new World(Lines.ofTheLiving());
        world.obstacle = TradeReason.STOP_PRICE_UNKNOWN.reason();
        TradingStop flatten = world.stop(StopLevel.FLATTEN, "main");
        TradingStop halt = world.stop(StopLevel.HALT, null);

        world.runner().run();
        assertThat(world.progress(halt).waiting()).isEqualTo(TradeReason.STOP_AFTER_ANOTHER.reason());
        assertThat(world.told).doesNotContain("all HALTED");

        world.obstacle = null;
        world.goOn();
        world.goOn();
        assertThat(world.progress(flatten).state()).isEqualTo(StopState.DONE);
        assertThat(world.progress(halt).state()).isEqualTo(StopState.DONE);
        assertThat(world.told).endsWith("all HALTED");
    }

    @Test
    void stricterOfTwoGoesOnAlsoWhileTheMilderIsWorkedOn() {
        World world = new World(Lines.ofTheLiving());
        TradingStop halt = world.stop(StopLevel.HALT, "main");
        List<TradingStop> stricter = new ArrayList<>();
        world.whileStateIsSet = () -> {
            if (stricter.isEmpty()) {
                stricter.add(world.stop(StopLevel.FLATTEN, "main"));
            }
        };

        world.runner().run();

        assertThat(world.progress(halt).state()).isEqualTo(StopState.SUPERSEDED);
        assertThat(world.progress(halt).supersededBy())
                .isEqualTo(stricter.getFirst().id());
        assertThat(world.progress(stricter.getFirst()).state()).isEqualTo(StopState.DONE);
        assertThat(world.held()).isZero();
    }

    @Test
    void milderOrEqualOneIsDoneByWhatRuns() {
        World world = new World(Lines.ofTheLiving());
        TradingStop all = world.stop(StopLevel.HALT, null);
        TradingStop same = world.stop(StopLevel.HALT, "main");
        TradingStop flatten = world.stop(StopLevel.FLATTEN, "main");
        TradingStop entries = world.stop(StopLevel.ENTRIES, "other");

        assertThat(world.progress(same).supersededBy()).isEqualTo(all.id());
        assertThat(world.progress(flatten).state()).isEqualTo(StopState.RUNNING);
        assertThat(world.progress(entries).supersededBy()).isEqualTo(all.id());
        assertThat(world.progress(all).state()).isEqualTo(StopState.RUNNING);
    }

    @Test
    void waitsDoubleUpToTheLongest() {
        StopPace pace = new StopPace(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30));

        assertThat(pace.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.after(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(pace.after(400)).isEqualTo(Duration.ofSeconds(30));
    }

    /** An account that holds 0.4 lots of EURUSD, and everything around it in memory. */
    private static final class World {

        private final FixedClock clock = FixedClock.at("2026-01-05T10:00:00Z");
        private final Lines lines;
        private final MemoryWork work;
        private final OrderStack orders;
        private final MemoryStops stops;
        private final List<String> told = new ArrayList<>();
        private final StopTargets targets;
        private final StopService service;
        private boolean silent;
        private @Nullable Reason obstacle;
        private StopStates.Outcome states = new StopStates.Outcome.Set();
        private Runnable whileStateIsSet = () -> {};

        World(Lines lines) {
            this.lines = lines;
            this.work = new MemoryWork(lines);
            this.orders = new OrderStack(false, work, lines, clock);
            this.stops = new MemoryStops(work);
            this.targets = new StopTargets(
                    orders.orders, new OnePosition(), new Brokers(List.of(broker()), "memory", Map.of()));
            this.service = new StopService(
                    stops,
                    targets,
                    (_, _) -> {},
                    new NoHeardPrices(),
                    _ -> Optional.of(PRICE),
                    InstrumentCatalog.shipped(),
                    work,
                    Ids::next,
                    clock);
        }

        StopRunner runner() {
            return new StopRunner(
                    stops,
                    targets,
                    this::set,
                    orders.service,
                    orders.orders,
                    this::close,
                    (_, _) -> {},
                    work,
                    new StopPace(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofSeconds(30)),
                    clock);
        }

        /** An order that would open a position, and has not been sent. */
        TradeOrder waits(String account) {
            return orders.service.open(
                    TradeTerms.limit("EURUSD", Side.BUY, Lots.of("0.4"), new BigDecimal("1.08")),
                    origin(account),
                    _ -> {});
        }

        TradingStop stop(StopLevel level, @Nullable String account) {
            return service.stop(new TradingStop.Wish(level, account, "the feed is wrong", "ann"), _ -> {})
                    .stop();
        }

        /** Whether the instance dies on its way. */
        boolean dies() {
            try {
                runner().run();
                return false;
            } catch (Lines.Death _) {
                return true;
            }
        }

        void goOn() {
            stops.timePasses();
            runner().run();
        }

        /** As the next instance does. */
        void reconcile() {
            orders.reconciliationOfTheNext(_ -> {}).run();
        }

        TradingStop.Progress progress(TradingStop stop) {
            return stops.find(stop.id()).orElseThrow().progress();
        }

        StopItem position(TradingStop stop) {
            return stops.items(stop.id()).stream()
                    .filter(item -> item.key().kind() == StopItem.Kind.POSITION)
                    .findFirst()
                    .orElseThrow();
        }

        OrderStatus status(TradeOrder order) {
            return orders.orders.find(order.id()).orElseThrow().status();
        }

        /** What the orders that close it have left of the position. */
        BigDecimal held() {
            return orders.broker.filled().stream()
                    .map(order -> order.terms().lots().value())
                    .reduce(new BigDecimal("0.4"), BigDecimal::subtract);
        }

        private StopStates.Outcome set(TradingStop.Wish wish, TradingState state, boolean loosen) {
            lines.pass("risk is asked");
            whileStateIsSet.run();
            String account = wish.accountId() == null ? "all" : wish.accountId();
            told.add(account + " " + state + (loosen ? " loosened" : ""));
            lines.pass("risk has answered");
            return states;
        }

        private Optional<Reason> close(String account, String symbol, Consumer<TradeOrder> opened) {
            if (obstacle != null) {
                return Optional.of(obstacle);
            }
            lines.pass("it closes");
            TradeOrder order =
                    orders.service.open(TradeTerms.close(symbol, Side.SELL, Lots.of("0.4")), origin(account), opened);
            lines.pass("its order is opened");
            told.add("close " + symbol);
            orders.service.send(order, _ -> {});
            return Optional.empty();
        }

        private static OrderOrigin origin(String account) {
            return OrderOrigin.of(account, "USD", PRICE, Map.of());
        }

        /** The broker of the orders, which holds what they have left. */
        private Broker broker() {
            return (Broker) Proxy.newProxyInstance(
                    Broker.class.getClassLoader(), new Class<?>[] {Broker.class}, (_, method, arguments) -> {
                        if (!method.getName().equals("position")) {
                            try {
                                return method.invoke(orders.broker, arguments);
                            } catch (InvocationTargetException e) {
                                throw e.getTargetException();
                            }
                        }
                        if (silent) {
                            throw new BrokerUnavailableException("no answer");
                        }
                        return held();
                    });
        }
    }

    /** Orders were filled in EURUSD for one account. */
    private static final class OnePosition implements PositionGaps {

        @Override
        public List<PositionOf> traded() {
            return List.of(new PositionOf("main", "EURUSD"));
        }

        @Override
        public Set<PositionOf> filledAfter(Instant moment) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<PositionGap> locked(PositionOf position) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void save(PositionGap gap) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(PositionOf position) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class NoHeardPrices implements ClosingPrices {

        @Override
        public void seen(BrokerCandle candle) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Map<String, ClosingPrice> newest(Collection<String> symbols) {
            return Map.of();
        }
    }
}
