package dev.tradesuite.portfolio.following;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingReason;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.portfolio.PlainWork;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A strategy on ML_XGB of EURUSD with 10,000 in an account, and bars of five minutes. */
class FollowingServiceTest {

    private static final FollowerKey KEY = new FollowerKey("main", "xgb");
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");
    private static final Duration BAR = Timeframe.M5.length();

    private final FixedClock clock = FixedClock.at("2026-03-02T10:00:01Z");
    private final FakeTradeFlow flow = new FakeTradeFlow();
    private final MemoryFollowing store = new MemoryFollowing(
            key -> followers().find(key).orElseThrow().share().version());
    private final List<FollowStep> told = new ArrayList<>();
    private final List<Duration> answers = new ArrayList<>();

    private LifecycleState state = LifecycleState.PAPER;
    private String capital = "10000";
    private long version = 1;
    private boolean proxy;
    private ResizeMode mode = ResizeMode.NOW;
    private Instance one = instance();

    /** One instance of the service. */
    private record Instance(FollowingService service, FollowSweep sweep) {}

    @BeforeEach
    void begin() {
        one.sweep().sweep();
        bar(0, Direction.FLAT);
    }

    @Test
    void changeBecomesOneOrderOfCapitalTimesSize() {
        bar(1, Direction.LONG);

        // 10,000 x 0.5
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(steps()).containsExactly(tuple(FollowingLeg.OPEN, FollowingOutcome.ORDERED, "", OrderStatus.FILLED));
        FollowRequest.Buy asked = bought();
        assertThat(asked.stop()).isEqualByComparingTo("1.09");
        assertThat(asked.target()).isEqualByComparingTo("1.12");
        assertThat(asked.price()).as("the close is the market now").isEqualByComparingTo("1.10");
        assertThat(told).hasSize(1);
        assertThat(answers).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void sameSignalAgainIsNothing() {
        bar(1, Direction.LONG);
        bar(2, Direction.LONG);

        assertThat(flow.log()).hasSize(1);
        assertThat(steps()).hasSize(1);
    }

    @Test
    void flatClosesWhatIsHeld() {
        bar(1, Direction.LONG);
        bar(2, Direction.FLAT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
    }

    @Test
    void reversalIsOneCloseAndOneOrder() {
        bar(1, Direction.LONG);
        bar(2, Direction.SHORT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL", "xgb SELL 5000.00");
        assertThat(steps())
                .extracting(step -> step.toList().getFirst())
                .containsExactly(FollowingLeg.CLOSE, FollowingLeg.OPEN, FollowingLeg.OPEN);
        assertThat(told).hasSize(3);
    }

    @Test
    void reversalWaitsUntilTheOtherSideIsClosed() {
        bar(1, Direction.LONG);
        flow.answersOnce(new FollowReply.Unsure(Reason.of(FollowingReason.ORCHESTRATOR_AWAY, "no answer")));
        bar(2, Direction.SHORT);

        assertThat(steps().subList(0, 2))
                .extracting(step -> step.toList().get(1))
                .containsOnly(FollowingOutcome.PENDING);

        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL", "xgb SELL 5000.00");
    }

    @Test
    void nothingIsOpenedWhileTheOtherSideCannotBeClosed() {
        bar(1, Direction.LONG);
        flow.answersOnce(new FollowReply.Refused(Reason.of(RiskReason.TRADING_HALTED, "halted")));
        bar(2, Direction.SHORT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(steps().subList(0, 2))
                .containsExactly(
                        tuple(FollowingLeg.CLOSE, FollowingOutcome.NOT_FOLLOWED, "TRADING_HALTED", null),
                        tuple(FollowingLeg.OPEN, FollowingOutcome.NOT_FOLLOWED, "CLOSE_NOT_FOLLOWED", null));

        // What the model does not want is closed with the next bar, though its signal is the same.
        bar(3, Direction.SHORT);
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
        bar(4, Direction.SHORT);
        assertThat(flow.log()).hasSize(2);
    }

    @Test
    void eventThatArrivesAgainOrLateChangesNothing() {
        bar(1, Direction.LONG);
        bar(1, Direction.LONG);
        bar(2, Direction.FLAT);
        at(1, Direction.LONG);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
        assertThat(steps()).hasSize(2);
    }

    @Test
    void barOfALongerTimeframeIsNotHeard() {
        one.service()
                .take(new ModelBar(
                        "EURUSD",
                        Timeframe.H1,
                        START.plus(BAR),
                        new BigDecimal("1.10"),
                        Map.of("ML_XGB", wish(Direction.LONG))));

        assertThat(steps()).isEmpty();
    }

    @Test
    void positionTheModelTookBeforeIsNotRunAfter() {
        FollowerKey late = new FollowerKey("main", "late");
        one = instance(new Follower(late, "ML_XGB", LifecycleState.PAPER, share()));
        one.sweep().sweep();

        bar(1, Direction.LONG);

        assertThat(store.steps(late, Optional.empty(), 10))
                .extracting(step -> step.progress().outcome(), FollowingServiceTest::code)
                .containsExactly(tuple(FollowingOutcome.NOT_FOLLOWED, "SIGNAL_BEFORE_FOLLOWING"));
        bar(2, Direction.SHORT);
        assertThat(flow.log()).containsExactly("late SELL 5000.00");
    }

    @Test
    void stopOfTheAccountWinsUntilTheSignalChanges() {
        bar(1, Direction.LONG);
        flow.stops(KEY);

        bar(2, Direction.LONG);
        assertThat(flow.log()).hasSize(1);
        bar(3, Direction.FLAT);
        assertThat(newestStep()).isEqualTo(closedBefore());
        bar(4, Direction.LONG);
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb BUY 5000.00");
    }

    @ParameterizedTest
    @EnumSource(
            value = LifecycleState.class,
            names = {"PAPER", "LIVE"},
            mode = EnumSource.Mode.EXCLUDE)
    void onlyPaperAndLiveOpen(LifecycleState other) {
        state = other;
        bar(1, Direction.LONG);

        assertThat(newestStep()).isEqualTo(refused("STATE_NOT_FOLLOWED"));
        assertThat(flow.log()).isEmpty();
    }

    @Test
    void suspendedStrategyStillCloses() {
        bar(1, Direction.LONG);
        state = LifecycleState.SUSPENDED;
        bar(2, Direction.FLAT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
    }

    @Test
    void proxyIsFollowedOnPaperAndNotLive() {
        proxy = true;
        bar(1, Direction.LONG);
        assertThat(flow.log()).hasSize(1);
        bar(2, Direction.FLAT);
        state = LifecycleState.LIVE;
        bar(3, Direction.LONG);

        assertThat(newestStep()).isEqualTo(refused("PROXY_NOT_LIVE"));
    }

    @Test
    void withoutCapitalNothingIsOpened() {
        capital = "0";
        bar(1, Direction.LONG);

        assertThat(newestStep()).isEqualTo(refused("NO_CAPITAL"));
    }

    @Test
    void signalOlderThanOneBarIsNotFollowed() {
        clock.set(START.plus(BAR.multipliedBy(2)).plusSeconds(1));
        at(1, Direction.LONG);

        assertThat(newestStep()).isEqualTo(refused("SIGNAL_TOO_OLD"));
        assertThat(flow.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REDUCE_ONLY", "TRADING_HALTED"})
    void refusalOfTheTradeFlowIsTheReason(String code) {
        flow.answersOnce(new FollowReply.Refused(new Reason(code, "as risk says")));
        bar(1, Direction.LONG);

        assertThat(newestStep()).isEqualTo(refused(code));
        clock.advance(Duration.ofSeconds(5));
        one.sweep().sweep();
        assertThat(flow.log()).isEmpty();
    }

    @Test
    void unknownPriceAndSilenceAreTriedAgainUntilTheSignalIsOld() {
        Reason unknown = Reason.of(FollowingReason.PRICE_UNKNOWN, "no price");
        flow.answersOnce(new FollowReply.NotNow(unknown));
        bar(1, Direction.LONG);
        assertThat(newest().progress().reason()).isEqualTo(unknown);
        assertThat(newest().isPending()).isTrue();
        flow.answersOnce(new FollowReply.NotNow(unknown));
        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();
        assertThat(newest().isPending()).isTrue();

        clock.advance(BAR);
        one.sweep().sweep();

        assertThat(newestStep()).isEqualTo(refused("PRICE_UNKNOWN"));
        assertThat(flow.log()).isEmpty();
        assertThat(told).hasSize(1);
    }

    @Test
    void silentBooksAreAskedAgain() {
        flow.booksAreAway(true);
        bar(1, Direction.LONG);
        assertThat(code(newest())).isEqualTo("BOOKS_AWAY");

        flow.booksAreAway(false);
        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
    }

    @Test
    void signalWithoutAStopIsNotFollowed() {
        clock.set(START.plus(BAR).plusSeconds(1));
        ModelBar.Wish bare = new ModelBar.Wish(Direction.LONG, new BigDecimal("0.5"), null, null, false);
        take(1, bare);
        assertThat(newestStep()).isEqualTo(refused("SIGNAL_WITHOUT_STOP"));
    }

    @Test
    void killedBeforeTheOrderItIsSentOnceByAnotherInstance() {
        flow.killsBefore();
        bar(1, Direction.LONG);
        assertThat(flow.log()).isEmpty();

        anotherInstance();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(newest().progress().outcome()).isEqualTo(FollowingOutcome.ORDERED);
    }

    @Test
    void killedAfterTheOrderItIsTheSameOrder() {
        flow.killsAfter();
        bar(1, Direction.LONG);
        assertThat(newest().isPending()).isTrue();

        anotherInstance();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(newest().progress().outcome()).isEqualTo(FollowingOutcome.ORDERED);
    }

    @Test
    void killedAfterTheOrderItIsTheSameOrderThoughTheNextOneIsNotHeardAtFirst() {
        flow.killsAfter();
        bar(1, Direction.LONG);
        flow.isUnreachable(1);

        anotherInstance();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(newest().progress().outcome()).isEqualTo(FollowingOutcome.ORDERED);
    }

    @Test
    void whatIsNotHeardIsDecidedAnew() {
        flow.isUnreachable(2);
        bar(1, Direction.LONG);
        assertThat(code(newest())).isEqualTo("ORCHESTRATOR_AWAY");
        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();
        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(newest().progress().round()).isEqualTo(2);
    }

    @Test
    void killedAfterTheOrderForLongerThanABarTheOrderIsFound() {
        flow.killsAfter();
        bar(1, Direction.LONG);
        clock.advance(BAR.multipliedBy(3));

        anotherInstance();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00");
        assertThat(newest().progress().outcome()).isEqualTo(FollowingOutcome.ORDERED);
        assertThat(newest().progress().order()).isNotNull();
    }

    @Test
    void killedBeforeTheOrderForLongerThanABarNothingIsSent() {
        flow.killsBefore();
        bar(1, Direction.LONG);
        clock.advance(BAR.multipliedBy(3));

        anotherInstance();

        assertThat(flow.log()).isEmpty();
        assertThat(newestStep()).isEqualTo(refused("SIGNAL_TOO_OLD"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void killedWhileAReversalIsCarriedOutEachOrderIsSentOnce(boolean before) {
        bar(1, Direction.LONG);
        kill(before);
        bar(2, Direction.SHORT);
        kill(before);
        anotherInstance();
        anotherInstance();

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL", "xgb SELL 5000.00");
        assertThat(store.pending(KEY)).isEmpty();
    }

    @Test
    void closeThatWasKilledLongAgoIsToldByTheBooks() {
        bar(1, Direction.LONG);
        flow.killsAfter();
        bar(2, Direction.FLAT);
        clock.advance(BAR.multipliedBy(3));

        anotherInstance();

        assertThat(newestStep()).isEqualTo(tuple(FollowingLeg.CLOSE, FollowingOutcome.ORDERED, "", null));
    }

    @Test
    void ofTwoInstancesOneSends() {
        flow.answersOnce(new FollowReply.Unsure(Reason.of(FollowingReason.ORCHESTRATOR_AWAY, "no answer")));
        bar(1, Direction.LONG);
        Instance other = instance();
        other.sweep().sweep();
        clock.advance(Duration.ofSeconds(2));
        FollowStep step = newest();

        assertThat(store.claim(step.id(), clock.instant(), clock.instant().plusSeconds(30)))
                .isPresent();
        other.sweep().sweep();

        assertThat(flow.log()).isEmpty();
    }

    @Test
    void nothingIsSentBeforeHoldingsWereCompared() {
        bar(1, Direction.LONG);
        flow.booksAreAway(true);
        one = instance();
        one.sweep().sweep();
        bar(2, Direction.FLAT);
        flow.booksAreAway(false);

        assertThat(flow.log()).hasSize(1);
        assertThat(newest().isPending()).isTrue();
        one.sweep().sweep();
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
    }

    @Test
    void whatIsHeldAgainstTheNewestSignalIsClosedWithTheFirstBarAfterAStart() {
        bar(1, Direction.LONG);
        // The change was heard long after its bar.
        clock.set(START.plus(BAR.multipliedBy(5)));
        at(2, Direction.FLAT);
        assertThat(newestStep())
                .isEqualTo(tuple(FollowingLeg.CLOSE, FollowingOutcome.NOT_FOLLOWED, "SIGNAL_TOO_OLD", null));

        anotherInstance();
        bar(6, Direction.FLAT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
        bar(7, Direction.FLAT);
        assertThat(steps()).hasSize(3);
    }

    @Test
    void reversalThatWasHeardTooLateIsClosedAndNotOpened() {
        bar(1, Direction.LONG);
        clock.set(START.plus(BAR.multipliedBy(5)));
        at(2, Direction.SHORT);
        bar(6, Direction.SHORT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL");
    }

    @Test
    void moreCapitalMakesTheHoldingLargerAtOnce() {
        bar(1, Direction.LONG);
        allocate("16000");
        one.sweep().sweep();
        one.sweep().sweep();

        // 16,000 x 0.5 are 3,000 more.
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb BUY 3000.00");
        assertThat(newest().change().leg()).isEqualTo(FollowingLeg.RESIZE);
    }

    @Test
    void lessCapitalMakesItSmallerAndNoneClosesIt() {
        bar(1, Direction.LONG);
        allocate("6000");
        one.sweep().sweep();
        // 3,000 of 5,000 are left: 0.02 of 0.05 lots go.
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE 0.02");

        state = LifecycleState.SUSPENDED;
        allocate("0");
        one.sweep().sweep();
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE 0.02", "xgb CLOSE ALL");
    }

    @Test
    void changeBelowOneStepOfTheVolumeIsNone() {
        bar(1, Direction.LONG);
        allocate("10100");
        one.sweep().sweep();

        assertThat(newestStep())
                .isEqualTo(tuple(FollowingLeg.RESIZE, FollowingOutcome.NOT_FOLLOWED, "CHANGE_TOO_SMALL", null));
    }

    @Test
    void crumbsBelowOneStepOfTheVolumeAreNoHolding() {
        bar(1, Direction.LONG);
        flow.leaves(KEY, "0.004");
        bar(2, Direction.FLAT);
        assertThat(newestStep()).isEqualTo(closedBefore());
        bar(3, Direction.SHORT);

        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb SELL 5000.00");
    }

    @Test
    void newCapitalBuysNothingAfterAStop() {
        bar(1, Direction.LONG);
        flow.stops(KEY);
        allocate("16000");
        one.sweep().sweep();

        assertThat(newestStep())
                .isEqualTo(tuple(FollowingLeg.RESIZE, FollowingOutcome.NOT_FOLLOWED, "NOTHING_HELD", null));
    }

    @Test
    void newCapitalWaitsForTheFirstBarWhileTheMarketIsClosed() {
        bar(1, Direction.LONG);
        allocate("16000");
        clock.advance(BAR.multipliedBy(2));
        one.sweep().sweep();
        assertThat(flow.log()).hasSize(1);

        bar(4, Direction.LONG);
        one.sweep().sweep();
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb BUY 3000.00");
    }

    @Test
    void newCapitalWaitsForTheNextSignalWhereTheSettingSaysSo() {
        mode = ResizeMode.NEXT_SIGNAL;
        one = instance();
        one.sweep().sweep();
        bar(1, Direction.LONG);
        allocate("16000");
        one.sweep().sweep();
        assertThat(flow.log()).hasSize(1);

        bar(2, Direction.SHORT);
        assertThat(flow.log()).containsExactly("xgb BUY 5000.00", "xgb CLOSE ALL", "xgb SELL 8000.00");
    }

    @Test
    void priceOfTheBarIsNotThatOfTheMarketLater() {
        clock.set(START.plus(BAR).plusSeconds(60));
        at(1, Direction.LONG);

        assertThat(bought().price()).isNull();
    }

    private Tuple closedBefore() {
        return tuple(FollowingLeg.CLOSE, FollowingOutcome.NOT_FOLLOWED, "NOTHING_HELD", null);
    }

    private static Tuple refused(String code) {
        return tuple(FollowingLeg.OPEN, FollowingOutcome.NOT_FOLLOWED, code, null);
    }

    private void kill(boolean before) {
        if (before) {
            flow.killsBefore();
        } else {
            flow.killsAfter();
        }
    }

    /** After the lease of the dead one. */
    private void anotherInstance() {
        one = instance();
        clock.advance(Duration.ofSeconds(31));
        one.sweep().sweep();
        clock.advance(Duration.ofSeconds(2));
        one.sweep().sweep();
    }

    private void allocate(String newCapital) {
        capital = newCapital;
        version++;
    }

    /** A bar that has just closed. */
    private void bar(int number, Direction direction) {
        Instant close = START.plus(BAR.multipliedBy(number));
        if (clock.instant().isBefore(close.plusSeconds(1))) {
            clock.set(close.plusSeconds(1));
        }
        at(number, direction);
    }

    private void at(int number, Direction direction) {
        take(number, wish(direction));
    }

    private void take(int number, ModelBar.Wish wish) {
        one.service()
                .take(new ModelBar(
                        "EURUSD",
                        Timeframe.M5,
                        START.plus(BAR.multipliedBy(number)),
                        new BigDecimal("1.10"),
                        Map.of("ML_XGB", wish)));
    }

    private ModelBar.Wish wish(Direction direction) {
        return switch (direction) {
            case LONG ->
                new ModelBar.Wish(
                        direction, new BigDecimal("0.5"), new BigDecimal("1.09"), new BigDecimal("1.12"), proxy);
            case SHORT ->
                new ModelBar.Wish(
                        direction, new BigDecimal("0.5"), new BigDecimal("1.11"), new BigDecimal("1.08"), proxy);
            case FLAT -> new ModelBar.Wish(direction, BigDecimal.ZERO, null, null, proxy);
        };
    }

    private FollowStep newest() {
        return store.steps(KEY, Optional.empty(), 1).getFirst();
    }

    private FollowRequest.Buy bought() {
        return (FollowRequest.Buy) Objects.requireNonNull(newest().progress().request());
    }

    private Tuple newestStep() {
        return steps().getFirst();
    }

    /** The newest first; of two of a reversal the close. */
    private List<Tuple> steps() {
        return store.steps(KEY, Optional.empty(), 100).stream()
                .map(step -> tuple(
                        step.change().leg(),
                        step.progress().outcome(),
                        step.isPending() ? "" : code(step),
                        step.progress().order() == null
                                ? null
                                : step.progress().order().status()))
                .toList();
    }

    private static String code(FollowStep step) {
        Reason reason = step.progress().reason();
        return reason == null ? "" : reason.code();
    }

    private Follower.Share share() {
        return new Follower.Share(new BigDecimal(capital), 0.2, version);
    }

    private Followers followers(Follower... others) {
        return new Followers() {
            @Override
            public List<Follower> of(String symbol) {
                return all();
            }

            @Override
            public Optional<Follower> find(FollowerKey key) {
                return all().stream().filter(one -> one.key().equals(key)).findFirst();
            }

            private List<Follower> all() {
                return Stream.concat(Stream.of(new Follower(KEY, "ML_XGB", state, share())), Arrays.stream(others))
                        .filter(one -> others.length == 0 || !one.key().equals(KEY))
                        .toList();
            }
        };
    }

    private Instance instance(Follower... others) {
        Followers followers = followers(others);
        FollowGate gate = new FollowGate();
        PlainWork work = new PlainWork();
        FollowWork doing = new FollowWork(
                new FollowWork.Parts(
                        store, flow, flow, new FollowPlan(followers, InstrumentCatalog.shipped(), clock), gate),
                told::add,
                answers::add,
                work,
                new FollowWork.Times(Duration.ofSeconds(30), Duration.ofSeconds(1), clock));
        return new Instance(
                new FollowingService(followers, store, told::add, doing, work, Runnable::run, clock),
                new FollowSweep(
                        new FollowSweep.Parts(store, followers, flow, gate, doing), work, Runnable::run, mode, clock));
    }
}
