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
import dev.tradesuite.contracts.risk.TradingStateScope;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopRunnerTest {

    private static final Reason HALTED = new Reason("TRADING_HALTED", "account main is halted");
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
                            case FLATTEN -> List.of("main REDUCE_ONLY", "close EURUSD", "main HALTED");
                        });
        assertThat(world.held()).isEqualByComparingTo(level == StopLevel.FLATTEN ? "0" : "0.4");
    }

    @Test
    void nothingNewIsOpenedOnceItHasBegunAndTheRestIsForWhoeverRuns() {
        World world = new World(Lines.ofTheLiving());
        TradeOrder entry = world.waits("main");
        TradingStop stop = world.stop(StopLevel.FLATTEN, "main");

        world.runner().begin(stop.id());

        assertThat(world.told).containsExactly("main REDUCE_ONLY");
        assertThat(world.progress(stop).step()).isEqualTo(StopStep.CLEAR);
        assertThat(world.status(entry)).isEqualTo(OrderStatus.NEW);
        world.runner().begin(stop.id());
        assertThat(world.told).as("once").hasSize(1);

        world.runner().run();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.held()).isZero();
    }

    @Test
    void whatCannotBeginNowBeginsLater() {
        World world = new World(Lines.ofTheLiving());
        TradingStop stop = world.stop(StopLevel.HALT, "main");
        world.states.instead = new StopStates.Outcome.Unanswered(TradeReason.RISK_UNAVAILABLE.reason());

        world.runner().begin(stop.id());

        assertThat(world.progress(stop).waiting()).isEqualTo(TradeReason.RISK_UNAVAILABLE.reason());
        world.states.instead = null;
        world.goOn();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
    }

    /** For every line a stop comes by: the instance dies there, and the next one goes on. */
    @Test
    void stopThatIsInterruptedAnywhereIsCarriedToItsEndAndClosesOnce() {
        int line = 0;
        boolean died = true;
        int before = linesBefore();
        while (died) {
            World world = new World(new Lines(before + line));
            world.states.halt(TradingStateScope.ACCOUNT, "main");
            world.portfolios.holds(7, "540234", "540235");
            TradeOrder entry = world.waits("main");
            TradingStop stop = world.stop(StopLevel.FLATTEN, null);
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
            assertThat(world.told).as(where).first().isEqualTo("all REDUCE_ONLY");
            assertThat(world.told).as(where).last().isEqualTo("all HALTED");
            assertThat(world.states.of(TradingStateScope.ACCOUNT, "main"))
                    .as(where)
                    .isEqualTo(TradingState.HALTED);
            assertThat(world.states.mildestOf(TradingStateScope.ACCOUNT, "main"))
                    .as(where)
                    .isEqualTo(TradingState.REDUCE_ONLY);
            assertThat(world.stops.halts(stop.id()))
                    .as(where)
                    .allMatch(StopHalt::again)
                    .hasSize(1);
            assertThat(world.portfolios.sold).as(where).containsExactlyInAnyOrder("540234", "540235");
            assertThat(world.stops.items(stop.id())).as(where).allMatch(item -> item.told()
                    .done());
            line++;
        }
        assertThat(line).isGreaterThan(30);
    }

    /** Lines that are passed until there is a stop to work on. */
    private static int linesBefore() {
        World world = new World(Lines.ofTheLiving());
        world.waits("main");
        world.stop(StopLevel.FLATTEN, null);
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
        world.states.instead = new StopStates.Outcome.Unanswered(TradeReason.RISK_UNAVAILABLE.reason());
        TradingStop stop = world.stop(StopLevel.HALT, "main");
        world.runner().run();
        assertThat(world.progress(stop).step()).isEqualTo(StopStep.RESTRICT);
        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);

        Reason why = new Reason("NOT_FOUND", "there is no account");
        world.states.instead = new StopStates.Outcome.Refused(why);
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
        world.states.beforeIt = () -> stricter.add(world.stop(StopLevel.FLATTEN, "main"));

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

    @ParameterizedTest
    @ValueSource(strings = {"main", "all"})
    void whatWasHaltedBeforeGivesWayIsClosedAndHaltedAgain(String of) {
        World world = new World(Lines.ofTheLiving());
        world.states.halt(TradingStateScope.ACCOUNT, "main");

        TradingStop stop = world.stop(StopLevel.FLATTEN, of.equals("all") ? null : of);
        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.told)
                .containsExactly(
                        of + " REDUCE_ONLY",
                        "ACCOUNT main gives way",
                        "close EURUSD",
                        "ACCOUNT main halted again",
                        of + " HALTED");
        assertThat(world.held()).isZero();
        assertThat(world.states.of(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.HALTED);
        assertThat(world.states.mildestOf(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.REDUCE_ONLY);
        assertThat(world.stops.halts(stop.id())).singleElement().satisfies(halt -> {
            assertThat(halt.cause()).isEqualTo("an audit");
            assertThat(halt.by()).isEqualTo("bob");
        });
    }

    @Test
    void everythingThatWasHaltedGivesWayAndIsHaltedAgain() {
        World world = new World(Lines.ofTheLiving());
        world.states.halt(TradingStateScope.ALL, "all");
        world.states.halt(TradingStateScope.SYMBOL, "EURUSD");

        TradingStop stop = world.stop(StopLevel.FLATTEN, null);
        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.held()).isZero();
        assertThat(world.states.of(TradingStateScope.ALL, "all")).isEqualTo(TradingState.HALTED);
        assertThat(world.states.of(TradingStateScope.SYMBOL, "EURUSD")).isEqualTo(TradingState.HALTED);
        assertThat(world.states.mildestOf(TradingStateScope.ALL, "all")).isEqualTo(TradingState.REDUCE_ONLY);
    }

    @ParameterizedTest
    @EnumSource(names = {"ENTRIES", "HALT"})
    void milderLevelsLeaveAHaltAsItIs(StopLevel level) {
        World world = new World(Lines.ofTheLiving());
        world.states.halt(TradingStateScope.ACCOUNT, "main");

        world.stop(level, "main");
        world.runner().run();

        assertThat(world.states.mildestOf(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.HALTED);
    }

    @Test
    void whoTakesOverHaltsWhatGaveWayToTheOther() {
        World world = new World(Lines.ofTheLiving());
        world.states.halt(TradingStateScope.ACCOUNT, "main");
        world.obstacle = TradeReason.STOP_PRICE_UNKNOWN.reason();
        world.stop(StopLevel.FLATTEN, "main");
        world.runner().run();
        assertThat(world.states.of(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.REDUCE_ONLY);

        TradingStop all = world.stop(StopLevel.FLATTEN, null);
        world.obstacle = null;
        world.goOn();

        assertThat(world.progress(all).state()).isEqualTo(StopState.DONE);
        assertThat(world.states.of(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.HALTED);
        assertThat(world.held()).isZero();
    }

    /** It froze before it let the account give way; another one has done everything, and it wakes up. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void instanceThatWakesUpLateLoosensNothing(boolean ofAnotherStop) {
        World world = new World(Lines.ofTheLiving());
        world.states.halt(TradingStateScope.ACCOUNT, "main");
        TradingStop stop = world.stop(StopLevel.FLATTEN, "main");
        world.states.beforeItGivesWay = () -> {
            if (ofAnotherStop) {
                world.stop(StopLevel.FLATTEN, null);
            }
            world.goOn();
        };

        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(ofAnotherStop ? StopState.SUPERSEDED : StopState.DONE);
        assertThat(world.stops.running()).isEmpty();
        assertThat(world.held()).isZero();
        assertThat(world.states.of(TradingStateScope.ACCOUNT, "main")).isEqualTo(TradingState.HALTED);
        assertThat(world.orders.broker.filled()).hasSize(1);
    }

    /** A person halts what is being closed: that is stronger than the stop, which waits and says so. */
    @Test
    void haltInTheMiddleKeepsTheStopFromClosing() {
        World world = new World(Lines.ofTheLiving());
        world.obstacle = TradeReason.STOP_PRICE_UNKNOWN.reason();
        TradingStop stop = world.stop(StopLevel.FLATTEN, "main");
        world.runner().run();

        world.states.halt(TradingStateScope.ACCOUNT, "main");
        world.obstacle = null;
        world.goOn();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);
        assertThat(world.held()).isEqualByComparingTo("0.4");
        assertThat(world.position(stop).told().reason()).isEqualTo(HALTED);
    }

    @Test
    void portfoliosSellWhatTheyHoldWhenEverythingIsFlattened() {
        World world = new World(Lines.ofTheLiving());
        world.portfolios.holds(7, "540234", "540235");
        world.portfolios.holds(8);
        world.portfolios.holds(9, "540236");

        TradingStop stop = world.stop(StopLevel.FLATTEN, null);
        world.runner().run();

        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.portfolios.sold).containsExactly("540234", "540235", "540236");
        assertThat(world.shares(stop)).hasSize(3).allMatch(item -> item.told().done());
        assertThat(world.shares(stop).getFirst().key().accountId()).isEqualTo("portfolio-7");
    }

    @ParameterizedTest
    @CsvSource({"main,FLATTEN", "all,HALT", "all,ENTRIES"})
    void portfoliosSellNothingOtherwise(String of, StopLevel level) {
        World world = new World(Lines.ofTheLiving());
        world.portfolios.holds(7, "540234");

        world.stop(level, of.equals("all") ? null : of);
        world.runner().run();

        assertThat(world.portfolios.sold).isEmpty();
    }

    @Test
    void portfolioIsFlattenedByItsAccount() {
        World world = new World(Lines.ofTheLiving());
        world.portfolios.holds(7, "540234");
        world.portfolios.holds(77, "540235");

        world.stop(StopLevel.FLATTEN, "portfolio-7");
        world.runner().run();

        assertThat(world.portfolios.sold).containsExactly("540234");
    }

    @Test
    void sharesWithoutAPriceAreListedWithTheReasonAndKeepNothingFromItsEnd() {
        World world = new World(Lines.ofTheLiving());
        Reason why = new Reason("NO_BID", "nobody bids");
        world.portfolios.holds(7, "540234", "540235");
        world.portfolios.obstacles.put("540234", why);

        TradingStop stop = world.stop(StopLevel.FLATTEN, null);
        world.runner().run();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);
        for (int attempt = 1; attempt < StopSales.MOST_ATTEMPTS; attempt++) {
            world.goOn();
        }

        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.portfolios.sold).containsExactly("540235");
        assertThat(world.shares(stop).getFirst().told().done()).isFalse();
        assertThat(world.shares(stop).getFirst().told().reason()).isEqualTo(why);
        assertThat(world.told).endsWith("all HALTED");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void booksOrRiskThatAreSilentAreAskedAgainHoweverLong(boolean risk) {
        World world = new World(Lines.ofTheLiving());
        Reason why = new Reason("RISK_UNAVAILABLE", "no answer");
        world.portfolios.holds(7, "540234");
        if (risk) {
            world.portfolios.obstacles.put("540234", why);
        } else {
            world.portfolios.silent = why;
        }

        TradingStop stop = world.stop(StopLevel.FLATTEN, null);
        for (int attempt = 0; attempt < 3 * StopSales.MOST_ATTEMPTS; attempt++) {
            world.goOn();
        }
        assertThat(world.progress(stop).state()).isEqualTo(StopState.RUNNING);
        assertThat(world.held()).as("what answers is not kept waiting").isZero();

        world.portfolios.silent = null;
        world.portfolios.obstacles.clear();
        world.goOn();
        assertThat(world.progress(stop).state()).isEqualTo(StopState.DONE);
        assertThat(world.portfolios.sold).containsExactly("540234");
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
        private final MemoryStates states;
        private final MemoryPortfolios portfolios;
        private boolean silent;
        private @Nullable Reason obstacle;

        World(Lines lines) {
            this.lines = lines;
            this.work = new MemoryWork(lines);
            this.orders = new OrderStack(false, work, lines, clock);
            this.stops = new MemoryStops(work);
            this.states = new MemoryStates(told, lines);
            this.portfolios = new MemoryPortfolios(lines);
            this.targets = new StopTargets(
                    orders.orders, new OnePosition(), new Brokers(List.of(broker()), "memory", Map.of()));
            this.service = new StopService(
                    stops,
                    targets,
                    portfolios,
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
                    states,
                    orders.service,
                    orders.orders,
                    this::close,
                    portfolios,
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

        List<StopItem> shares(TradingStop stop) {
            return stops.items(stop.id()).stream()
                    .filter(item -> item.key().kind() == StopItem.Kind.SHARES)
                    .toList();
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

        private Optional<Reason> close(String account, String symbol, Consumer<TradeOrder> opened) {
            if (obstacle != null) {
                return Optional.of(obstacle);
            }
            if (states.isHalted(account)) {
                return Optional.of(HALTED);
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
