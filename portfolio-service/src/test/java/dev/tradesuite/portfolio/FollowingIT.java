package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.FollowingLeg;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.portfolio.following.FollowSweep;
import dev.tradesuite.portfolio.following.FollowWork;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;

/** Signals from Kafka become orders over HTTP, by the real tables. */
@SuiteIntegrationTest(freshSchema = true)
@Import(FollowingIT.Trade.class)
class FollowingIT {

    private static final String FOLLOWING = "/api/v1/strategies/xgb/following";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Bars of an hour: what is true at the beginning of a test is so at its end. */
    private final Instant open = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(90));

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private FollowSweep sweep;

    @Autowired
    private FollowWork work;

    @Autowired
    private FakeTradeServer trade;

    /** Orchestrator and ledger in place of the real ones. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Trade {

        @Bean(destroyMethod = "close")
        FakeTradeServer fakeTradeServer() {
            return FakeTradeServer.start();
        }

        @Bean
        DynamicPropertyRegistrar addresses(FakeTradeServer trade) {
            return registry -> {
                registry.add("suite.services.orchestrator.url", trade::url);
                registry.add("suite.services.ledger.url", trade::url);
                registry.add("suite.portfolio.following.lease", () -> "2s");
                registry.add("suite.portfolio.following.retry", () -> "100ms");
            };
        }
    }

    @BeforeEach
    void register() {
        StrategyTables.clear(jdbc);
        trade.clear();
        assertThat(anybody.with("portfolio:write", "trade:read")
                        .post("/api/v1/strategies", "{\"code\":\"xgb\",\"source\":\"model:ML_XGB:EURUSD\"}")
                        .status())
                .isEqualTo(201);
        jdbc.sql("UPDATE strategy SET state = 'PAPER'").update();
        allocate("10000", 1);
        sweep.sweep();
    }

    @AfterEach
    void forget() {
        trade.clear();
    }

    @Test
    void signalBecomesAnOrderAndTheNextOneClosesIt() {
        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            bar(0, "flat");
            bar(1, "long");
            await().atMost(PATIENCE).until(() -> trade.log().equals(List.of("BUY main xgb 5000")));

            TestTopic.Message message =
                    topic.await(one -> String.valueOf(one.value()).contains("\"leg\":\"OPEN\""));
            assertThat(message.value()).contains("\"strategy.followed\"", "\"outcome\":\"ORDERED\"");
        }
        StrategyFollowing view = view();
        assertThat(view.capital()).isEqualByComparingTo("10000");
        assertThat(view.holding())
                .isEqualTo(new StrategyFollowing.FollowedHolding(
                        Direction.LONG, new BigDecimal("0.05"), new BigDecimal("5000.00")));
        assertThat(view.steps())
                .extracting(FollowingStep::leg, FollowingStep::from, FollowingStep::to, FollowingStep::outcome)
                .containsExactly(tuple(FollowingLeg.OPEN, Direction.FLAT, Direction.LONG, FollowingOutcome.ORDERED));

        allocate("16000", 2);
        sweep.sweep();
        await().atMost(PATIENCE).until(() -> trade.log().equals(List.of("BUY main xgb 5000", "BUY main xgb 3000")));
    }

    @Test
    void refusalIsTheReasonAndIsNotAskedAgain() {
        bar(0, "flat");
        trade.deniesNext(1);
        bar(1, "short");

        FollowingStep step = awaitStep();
        assertThat(step.outcome()).isEqualTo(FollowingOutcome.NOT_FOLLOWED);
        assertThat(step.reason()).isEqualTo(new Reason("REDUCE_ONLY", "Only orders that reduce are allowed."));
        sweep.sweep();
        assertThat(trade.log()).isEmpty();
    }

    @Test
    void answerThatIsLostIsTheSameOrder() {
        bar(0, "flat");
        trade.losesNextAnswers(1);
        bar(1, "long");

        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            sweep.sweep();
            assertThat(newest()).isEqualTo(FollowingOutcome.ORDERED);
        });
        assertThat(trade.log()).containsExactly("BUY main xgb 5000");
    }

    @Test
    void silentServicesAreAskedAgain() {
        bar(0, "flat");
        trade.isAway(true);
        bar(1, "long");
        await().atMost(PATIENCE).until(() -> newest() == FollowingOutcome.PENDING);

        trade.isAway(false);
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(300)).untilAsserted(() -> {
            sweep.sweep();
            assertThat(newest()).isEqualTo(FollowingOutcome.ORDERED);
        });
        assertThat(trade.log()).containsExactly("BUY main xgb 5000");
    }

    @Test
    void ofManyThatTakeAStepAtOnceOneSends() throws Exception {
        bar(0, "flat");
        trade.isAway(true);
        bar(1, "long");
        await().atMost(PATIENCE).until(() -> newest() == FollowingOutcome.PENDING);
        trade.isAway(false);
        jdbc.sql("UPDATE following_step SET try_at = now() - interval '1 second'")
                .update();

        FollowerKey key = new FollowerKey("main", "xgb");
        try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                many.execute(() -> work.carryOut(key));
            }
        }

        await().atMost(PATIENCE).until(() -> newest() == FollowingOutcome.ORDERED);
        assertThat(trade.log()).containsExactly("BUY main xgb 5000");
    }

    @Test
    void signalThatIsTooOldIsNotFollowed() {
        bar(-5, "flat");
        bar(-4, "long");

        FollowingStep step = awaitStep();
        assertThat(step.outcome()).isEqualTo(FollowingOutcome.NOT_FOLLOWED);
        assertThat(step.reason()).extracting(Reason::code).isEqualTo("SIGNAL_TOO_OLD");
        assertThat(trade.log()).isEmpty();
    }

    @Test
    void onlyWhoMaySeeTheAccountSeesHowItFollows() {
        assertThat(anybody.as("trader", List.of(), "trade:read").get(FOLLOWING).status())
                .isEqualTo(404);
        assertThat(anybody.with("trade:read")
                        .get("/api/v1/strategies/nobody/following")
                        .status())
                .isEqualTo(404);
        assertThat(view().reason()).isNull();
        assertThat(anybody.with("trade:read")
                        .get(FOLLOWING + "?account_id=other")
                        .as(StrategyFollowing.class)
                        .reason())
                .extracting(Reason::code)
                .isEqualTo("NO_CAPITAL");
    }

    private StrategyFollowing view() {
        return anybody.with("trade:read").get(FOLLOWING).as(StrategyFollowing.class);
    }

    private FollowingStep awaitStep() {
        return await().atMost(PATIENCE)
                .until(
                        () -> view().steps(),
                        steps -> !steps.isEmpty() && steps.getFirst().outcome() != FollowingOutcome.PENDING)
                .getFirst();
    }

    private @Nullable FollowingOutcome newest() {
        List<String> outcomes = jdbc.sql("SELECT outcome FROM following_step ORDER BY id DESC LIMIT 1")
                .query(String.class)
                .list();
        return outcomes.isEmpty() ? null : FollowingOutcome.valueOf(outcomes.getFirst());
    }

    private void allocate(String capital, long version) {
        jdbc.sql(
                        """
                        INSERT INTO strategy_allocation (account_id, strategy, capital, weight, since, version)
                        VALUES ('main', 'xgb', ?::numeric, 0.2, now(), ?)
                        ON CONFLICT (account_id, strategy) DO UPDATE
                            SET capital = excluded.capital, version = excluded.version
                        """)
                .params(capital, version)
                .update();
    }

    /** A bar of an hour; number 1 closed half an hour ago. */
    private void bar(int number, String signal) {
        try (TestTopic topic = TestTopic.of(Topics.BRAIN_SIGNALS)) {
            topic.send("EURUSD", BarEvents.hour(open.plus(Duration.ofHours(number - 1L)), "ML_XGB", signal));
        }
    }
}
