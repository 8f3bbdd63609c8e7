package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.FollowingOutcome;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.LifecycleHistory;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.Rebalancing;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.StrategyFollowing;
import dev.tradesuite.test.Neighbour.Call;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestBroker;
import dev.tradesuite.test.TestProcess;
import dev.tradesuite.test.TestServices;
import dev.tradesuite.test.TestTopic;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Two processes share the rebalancings, the models that are followed, and the proposals of rotation. One is killed
 * while it is at work on one of each; the other ends them, and nothing is done twice.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 8, unit = TimeUnit.MINUTES)
class KilledPortfolioIT {

    private static final String SCHEMA = "portfolio_killed";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ORDERS = "/api/v1/orchestrator/orders";
    private static final int DAYS = 90;

    /** Strategies that a rebalancing buys, with their weights. */
    private static final Map<String, String> HELD =
            Map.of("euro", "hold:EURUSD.SIM", "pound", "hold:GBPUSD.SIM", "aussie", "hold:AUDUSD.SIM");

    private final Instant hour = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofMinutes(90));

    /** Of its own: what a killed consumer had of the one that tests share would be missed by them for a while. */
    private final TestBroker.Embedded kafka = new TestBroker.Embedded(TestBroker.freePort());

    private final ProcessNeighbours neighbours = new ProcessNeighbours();
    private final JdbcClient jdbc = JdbcClient.create(TestServices.database(SCHEMA));
    private final Map<String, TestProcess> running = new LinkedHashMap<>();
    private TestBroker broker;
    private int started;

    @BeforeAll
    void start() {
        broker = kafka.start();
        jdbc.sql("CREATE SCHEMA " + SCHEMA).update();
        try (TestTopic created = TestTopic.on(broker, Topics.BRAIN_SIGNALS)) {
            assertThat(created.seen()).isEmpty();
        }
    }

    @AfterAll
    void stop() {
        running.values().forEach(TestProcess::close);
        neighbours.close();
        kafka.close();
    }

    @BeforeEach
    void two() throws IOException {
        neighbours.answerAll();
        while (running.size() < 2) {
            launch();
        }
        running.values().forEach(TestProcess::client);
        if (jdbc.sql("SELECT count(*) FROM strategy").query(Integer.class).single() == 0) {
            earning("good", i -> i % 4 < 2 ? 0.008 : -0.003);
            earning("other", i -> i % 8 < 4 ? 0.0085 : -0.003);
        }
    }

    @Test
    @Order(1)
    void ofTwoProcessesThatChangeTheSameOneWins() throws Exception {
        Rebalancing draft = planned("both");
        assertThat(statuses(client -> submit(client, draft))).containsExactly(200, 409);
        assertThat(statuses(client -> client.post("/api/v1/rebalances/%s/cancel".formatted(draft.id()), null)))
                .containsExactly(200, 409);

        Rebalancing keyed = planned("keyed");
        String key = UUID.randomUUID().toString();
        List<Answer> answers = atOnce(client -> submit(client.header("Idempotency-Key", key), keyed));
        assertThat(answers).extracting(Answer::status).contains(200).isSubsetOf(200, 409);
        Answer again = submit(client().header("Idempotency-Key", key), keyed);
        assertThat(again.status()).isEqualTo(200);
        assertThat(answers.stream().filter(answer -> answer.status() == 200).map(Answer::text))
                .containsOnly(again.text());
        assertThat(submit(client(), keyed).status()).as("without the key").isEqualTo(409);

        String strategy = "{\"code\":\"wanted\",\"source\":\"hold:EURUSD.SIM\"}";
        assertThat(statuses(client -> client.post("/api/v1/strategies", strategy)))
                .containsExactly(201, 409);
        String move = "{\"to\":\"RETIRED\",\"reason\":\"a test\"}";
        assertThat(statuses(client -> client.post("/api/v1/strategies/wanted/transitions", move)))
                .containsExactly(200, 409);
        checkRetired("wanted");
    }

    @Test
    @Order(2)
    void whatWasNotBegunYetIsDoneByTheOther() {
        String killed = first();
        neighbours.ignore(second());
        Rebalancing draft = approved("before");
        List<HeldCalls> held = List.of(
                // Its buying power is asked for before the first order.
                neighbours.holdBefore(
                        killed, call -> call.path().equals("/api/v1/accounts/before") && isExecuting("before")),
                neighbours.holdBefore(killed, isOrderOf("follows-before")),
                neighbours.holdBefore(killed, isAboutApprovalOf("bad-before")));

        submit(client(), draft);
        follow("before", "ML_XGB");
        laggard("before");
        held.forEach(HeldCalls::await);
        assertThat(neighbours.orders("before")).isEmpty();
        assertThat(neighbours.orders("follows-before")).isEmpty();

        kill(killed);

        checkRebalanced("before", draft);
        checkFollowed("before");
        checkRetiredByOneApproval("before");
    }

    @Test
    @Order(3)
    void whatWasDoneAndNotAnsweredIsAskedForAgainAndIsTheSame() {
        String killed = first();
        neighbours.ignore(second());
        Rebalancing draft = approved("unheard");
        List<HeldCalls> held = List.of(
                neighbours.holdAfter(killed, isOrder(draft, 2)),
                neighbours.holdAfter(killed, isOrderOf("follows-unheard")),
                neighbours.holdAfter(killed, isAboutApprovalOf("bad-unheard")));

        submit(client(), draft);
        follow("unheard", "ML_LGBM");
        laggard("unheard");
        held.forEach(HeldCalls::await);
        assertThat(linesOf(draft)).containsExactly("FILLED", "SENT", "PLANNED");

        kill(killed);

        checkRebalanced("unheard", draft);
        assertThat(Objects.requireNonNull(neighbours.orders("unheard").get(key(draft, 2))))
                .as("it was asked for again")
                .hasSizeGreaterThan(1);
        checkFollowed("unheard");
        checkRetiredByOneApproval("unheard");
    }

    @Test
    @Order(4)
    void whatWasAnsweredAndNotStoredIsTheSame() throws Exception {
        Rebalancing draft = approved("unstored");
        String code = "bad-unstored";
        laggard("unstored");
        await().atMost(PATIENCE).until(() -> proposal(code).equals("PENDING_APPROVAL"));
        try (Connection locks = TestServices.database(SCHEMA).getConnection()) {
            locks.setAutoCommit(false);
            lock(locks, "SELECT FROM strategy WHERE code = '%s' FOR NO KEY UPDATE".formatted(code));
            neighbours.approve(onlyKey(neighbours.approvals(code)));
            await().atMost(PATIENCE).until(() -> waiting("strategy").size() == 1);
            String killed = waiting("strategy").getFirst();
            neighbours.ignore(killed.equals(first()) ? second() : first());
            List<HeldCalls> held = List.of(
                    neighbours.holdAfter(killed, isOrder(draft, 2)),
                    neighbours.holdAfter(killed, isOrderOf("follows-unstored")));
            submit(client(), draft);
            follow("unstored", "RL_PPO");
            held.forEach(HeldCalls::await);
            lock(locks, "SELECT FROM rebalancing WHERE id = '%s' FOR NO KEY UPDATE".formatted(draft.id()));
            lock(locks, "SELECT FROM following_step WHERE account_id = 'follows-unstored' FOR NO KEY UPDATE");
            held.forEach(HeldCalls::release);
            for (String table : List.of("strategy", "rebalancing", "following_step")) {
                await().atMost(PATIENCE).until(() -> waiting(table).contains(killed));
            }

            kill(killed);
            locks.rollback();

            checkRebalanced("unstored", draft);
            checkFollowed("unstored");
            await().atMost(PATIENCE).until(() -> proposal(code).equals("DONE"));
            checkRetired(code);
        }
    }

    private void launch() throws IOException {
        started++;
        String name = "process-" + started;
        running.put(name, PortfolioProcess.start(name, arguments(name)));
    }

    private String first() {
        return running.keySet().iterator().next();
    }

    private String second() {
        return running.keySet().stream().skip(1).findFirst().orElseThrow();
    }

    private SuiteClient client() {
        return client(running.values().iterator().next());
    }

    private static SuiteClient client(TestProcess process) {
        return process.client().with("portfolio:write", "trade:read", "admin");
    }

    private void kill(String name) {
        Objects.requireNonNull(running.remove(name)).kill();
        neighbours.answerAll();
    }

    /** The target of an account by three strategies, and the plan that leads there. */
    private Rebalancing planned(String account) {
        HELD.forEach((name, source) -> assertThat(client().post(
                                "/api/v1/strategies",
                                "{\"code\":\"%s-%s\",\"source\":\"%s\"}".formatted(name, account, source))
                        .status())
                .isEqualTo(201));
        Answer target = client().post(
                        "/api/v1/portfolio/construct",
                        """
                        {"account_id":"%1$s","weights":{"euro-%1$s":0.4,"pound-%1$s":0.3,"aussie-%1$s":0.2},"reason":"a test"}"""
                                .formatted(account));
        assertThat(target.status()).as(target.text()).isEqualTo(200);
        Answer plan = client().post(
                        "/api/v1/portfolio/rebalance",
                        "{\"account_id\":\"%s\",\"reason\":\"a test\"}".formatted(account));
        assertThat(plan.status()).as(plan.text()).isEqualTo(200);
        Rebalancing draft = plan.as(Rebalancing.class);
        assertThat(draft.lines()).hasSize(3);
        return draft;
    }

    private Rebalancing approved(String account) {
        Rebalancing draft = planned(account);
        neighbours.approve("rebalancing-" + draft.id());
        return draft;
    }

    private static Answer submit(SuiteClient client, Rebalancing draft) {
        return client.post(
                "/api/v1/rebalances/%s/submit".formatted(draft.id()),
                "{\"plan_hash\":\"%s\"}".formatted(draft.planHash()));
    }

    private boolean isExecuting(String account) {
        return jdbc.sql("SELECT count(*) FROM rebalancing WHERE account_id = ? AND state = 'EXECUTING'")
                        .param(account)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    private List<String> linesOf(Rebalancing draft) {
        return jdbc.sql("SELECT state FROM rebalancing_line WHERE rebalancing_id = ? ORDER BY number")
                .param(draft.id())
                .query(String.class)
                .list();
    }

    private static String key(Rebalancing draft, int line) {
        return "rb-%s-%d".formatted(draft.id(), line);
    }

    private static Predicate<Call> isOrder(Rebalancing draft, int line) {
        return call -> call.path().equals(ORDERS) && call.idempotencyKey().equals(key(draft, line));
    }

    private static Predicate<Call> isOrderOf(String account) {
        return call -> call.method().equals("POST")
                && call.path().equals(ORDERS)
                && call.body().path("account_id").asString("").equals(account);
    }

    private static Predicate<Call> isAboutApprovalOf(String subject) {
        return call -> call.path().equals("/api/v1/approvals")
                && call.body().path("subject").asString("").equals(subject);
    }

    /** Every order under its key with one body, each line filled once, and the holdings are those of the plan. */
    private void checkRebalanced(String account, Rebalancing draft) {
        String path = "/api/v1/rebalances/" + draft.id();
        await().atMost(PATIENCE)
                .until(() -> client().get(path).as(Rebalancing.class).state() == RebalancingState.DONE);
        Rebalancing done = client().get(path).as(Rebalancing.class);
        assertThat(done.lines()).extracting(Rebalancing.PlanLine::state).containsOnly(RebalancingLineState.FILLED);
        assertOneBodyEach(neighbours.orders(account), 3);
        for (Rebalancing.PlanLine line : done.lines()) {
            assertThat(neighbours.orders(account)).containsKey(key(draft, line.number()));
            assertThat(line.filledLots()).isEqualByComparingTo(line.lots());
            assertThat(neighbours.lots(account, line.strategy())).isEqualByComparingTo(line.lots());
        }
        assertThat(neighbours.approvals("rebalancing " + draft.id())).hasSize(1);
    }

    private static void assertOneBodyEach(Map<String, List<JsonNode>> asked, int keys) {
        assertThat(asked).hasSize(keys);
        asked.values().forEach(bodies -> assertThat(bodies.stream().distinct()).hasSize(1));
    }

    /** One model, in an account of its own, wants to be long. */
    private void follow(String name, String model) {
        String code = "follower-" + name;
        assertThat(client().post(
                                "/api/v1/strategies",
                                "{\"code\":\"%s\",\"source\":\"model:%s:EURUSD\"}".formatted(code, model))
                        .status())
                .isEqualTo(201);
        jdbc.sql("UPDATE strategy SET state = 'PAPER' WHERE code = ?")
                .param(code)
                .update();
        jdbc.sql("INSERT INTO strategy_allocation (account_id, strategy, capital, weight, since, version)"
                        + " VALUES (?, ?, 10000, 0.2, now(), 1)")
                .params("follows-" + name, code)
                .update();
        try (TestTopic topic = TestTopic.on(broker, Topics.BRAIN_SIGNALS)) {
            topic.send("EURUSD", BarEvents.hour(hour.minus(Duration.ofHours(1)), model, "flat"));
            topic.send("EURUSD", BarEvents.hour(hour, model, "long"));
        }
    }

    private void checkFollowed(String name) {
        String account = "follows-" + name;
        String path = "/api/v1/strategies/follower-%s/following?account_id=%s".formatted(name, account);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        client().get(path).as(StrategyFollowing.class).steps())
                .as("steps of %s", account)
                .extracting(FollowingStep::outcome)
                .containsExactly(FollowingOutcome.ORDERED));
        assertOneBodyEach(neighbours.orders(account), 1);
        assertThat(neighbours.lots(account, "follower-" + name)).isEqualByComparingTo("0.05");
    }

    /** A strategy that loses all the time. */
    private void laggard(String name) {
        earning("bad-" + name, i -> i % 2 == 0 ? 0.004 : -0.008);
    }

    private void earning(String code, IntToDoubleFunction value) {
        assertThat(client().post("/api/v1/strategies", "{\"code\":\"%s\",\"source\":\"imported\"}".formatted(code))
                        .status())
                .isEqualTo(201);
        jdbc.sql("UPDATE strategy SET state = 'LIVE' WHERE code = ?")
                .param(code)
                .update();
        LocalDate today = LocalDate.now(Clock.system(ZoneOffset.UTC));
        String rows = IntStream.range(0, DAYS)
                .mapToObj(i ->
                        "{\"day\":\"%s\",\"value\":%s}".formatted(today.minusDays(DAYS - i), value.applyAsDouble(i)))
                .collect(Collectors.joining(","));
        assertThat(client().post("/api/v1/strategies/" + code + "/returns?label=LIVE", "{\"returns\":[" + rows + "]}")
                        .status())
                .isEqualTo(200);
    }

    private String proposal(String code) {
        return jdbc.sql("SELECT string_agg(state, ' ') FROM rotation_proposal WHERE strategy = ?")
                .param(code)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .single();
    }

    private void checkRetiredByOneApproval(String name) {
        String code = "bad-" + name;
        await().atMost(PATIENCE).until(() -> proposal(code).equals("PENDING_APPROVAL"));
        assertOneBodyEach(neighbours.approvals(code), 1);
        neighbours.approve(onlyKey(neighbours.approvals(code)));
        await().atMost(PATIENCE).until(() -> proposal(code).equals("DONE"));
        checkRetired(code);
    }

    private void checkRetired(String code) {
        assertThat(client().get("/api/v1/strategies/" + code + "/history")
                        .as(LifecycleHistory.class)
                        .changes())
                .extracting(LifecycleChanged::to)
                .containsOnlyOnce(LifecycleState.RETIRED);
    }

    private static String onlyKey(Map<String, List<JsonNode>> asked) {
        assertThat(asked).hasSize(1);
        return asked.keySet().iterator().next();
    }

    private static void lock(Connection connection, String statement) throws SQLException {
        try (var locking = connection.createStatement()) {
            locking.execute(statement);
        }
    }

    /** Names of the processes whose statements with this word wait for a lock of the test. */
    private List<String> waiting(String word) {
        return jdbc.sql(
                        """
                        SELECT application_name FROM pg_stat_activity
                         WHERE wait_event_type = 'Lock' AND application_name LIKE 'process-%' AND query LIKE ?
                        """)
                .param("%" + word + "%")
                .query(String.class)
                .list();
    }

    private List<Answer> atOnce(Function<SuiteClient, Answer> call) throws InterruptedException {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> calls = running.values().stream()
                    .<Callable<Answer>>map(process -> () -> call.apply(client(process)))
                    .toList();
            return both.invokeAll(calls).stream().map(Future::resultNow).toList();
        }
    }

    private List<Integer> statuses(Function<SuiteClient, Answer> call) throws InterruptedException {
        return atOnce(call).stream().map(Answer::status).sorted().toList();
    }

    /** Two seconds of silence, and a process is taken for dead. A lock of the test is waited for. */
    private String[] arguments(String name) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "server.address", "127.0.0.1",
                "suite.portfolio.rebalancing.look", "100ms",
                "suite.portfolio.rebalancing.again", "200ms",
                "suite.portfolio.rebalancing.lease", "2s",
                "suite.portfolio.following.sweep", "200ms",
                "suite.portfolio.following.retry", "200ms",
                "suite.portfolio.following.lease", "2s"));
        settings.put("suite.portfolio.rotation.look", "300ms");
        settings.put("suite.portfolio.rotation.poll", "200ms");
        settings.put("suite.portfolio.rotation.heartbeat", "500ms");
        settings.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        settings.put("spring.datasource.hikari.data-source-properties.ApplicationName", name);
        settings.put("spring.datasource.hikari.data-source-properties.socketTimeout", "120");
        settings.put("spring.datasource.hikari.data-source-properties.options", "-c lock_timeout=60000");
        for (String service : List.of("orchestrator", "ledger", "brain", "risk")) {
            settings.put("suite.services.%s.timeout".formatted(service), "60s");
            settings.put("suite.services.%s.url".formatted(service), neighbours.url(name));
        }
        return TestServices.arguments(SCHEMA, settings);
    }
}
