package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tradesuite.contracts.cycle.CycleStatus;
import dev.tradesuite.contracts.cycle.CycleTrigger;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.PortfolioStatus;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.cycle.Cycle;
import dev.tradesuite.orchestrator.cycle.CycleFailure;
import dev.tradesuite.orchestrator.cycle.CycleOwner;
import dev.tradesuite.orchestrator.cycle.CycleStore;
import dev.tradesuite.orchestrator.cycle.DueCycle;
import dev.tradesuite.orchestrator.cycle.PortfolioRef;
import dev.tradesuite.orchestrator.cycle.StrategyQueues;
import dev.tradesuite.orchestrator.schedule.DueHandler;
import dev.tradesuite.orchestrator.schedule.ScheduleService;
import dev.tradesuite.orchestrator.schedule.ScheduleSettings;
import dev.tradesuite.orchestrator.schedule.store.DbSchedulerTimer;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTopic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Cycles of portfolios on a real database and a real Kafka; portfolios and controllers are what the test says. */
class CycleIT extends OrchestratorTest {

    private static final String RUN = "/orchestrator/run-portfolio-cycle?portfolio_id=";
    private static final AtomicLong NUMBERS = new AtomicLong(1000);

    private final long id = NUMBERS.incrementAndGet();
    private final Map<Long, String> portfolios = new ConcurrentHashMap<>();

    /** Cycles whose report ledger-service has. */
    private final Set<String> reports = ConcurrentHashMap.newKeySet();

    @Autowired
    private CycleStore store;

    @Autowired
    private DurableCommits commits;

    @Autowired
    private StrategyQueues queues;

    @Autowired
    private ScheduleService schedules;

    @Autowired
    private DueHandler dueHandler;

    @Autowired
    private DataSource database;

    @BeforeEach
    void onePortfolio() {
        portfolios.put(id, portfolio(id, "momentum", "ACTIVE"));
        NEIGHBOURS.portfolio.answers(call -> {
            if (call.path().equals("/portfolios/list")) {
                String all = portfolios.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(Map.Entry::getValue)
                        .collect(Collectors.joining(","));
                return Reply.ok("{\"portfolios\":[%s],\"total\":%d}".formatted(all, portfolios.size()));
            }
            String[] path = call.path().split("/", -1);
            if (path.length == 5) {
                return reports.contains(path[4]) ? Reply.ok(report(path[4], path[2])) : Reply.problem(404, "NOT_FOUND");
            }
            String found = portfolios.get(Long.parseLong(path[2]));
            return found == null ? Reply.problem(404, "NOT_FOUND") : Reply.ok(found);
        });
        NEIGHBOURS.momentum.answers(this::controller);
        NEIGHBOURS.meanReversion.answers(this::controller);
    }

    @Test
    void statusNamesWhoAnswersAndWhy() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        NEIGHBOURS.meanReversion.answers(_ -> held(never));

        Answer answer = reader().get("/orchestrator/status");
        never.countDown();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("orchestrator").asString()).isEqualTo("online");
        assertThat(answer.json().path("overall_health").asString()).isEqualTo("degraded");
        assertThat(answer.json().at("/strategy_controllers/momentum/status").asString())
                .isEqualTo("online");
        assertThat(answer.json()
                        .at("/strategy_controllers/momentum/info/description")
                        .asString())
                .isEqualTo("Buy markets with >50% probability");
        assertThat(answer.json()
                        .at("/strategy_controllers/mean_reversion/error")
                        .asString())
                .isEqualTo("No answer within 500 ms");
        assertThat(answer.json().at("/strategy_controllers/arbitrage").propertyNames())
                .containsExactlyInAnyOrder("status", "port", "error");
        assertThat(answer.json().at("/strategy_controllers/arbitrage/error").asString())
                .isEqualTo("Connection refused");
    }

    @Test
    void strategiesAreTheMapping() {
        Answer answer = reader().get("/orchestrator/strategies");

        assertThat(answer.json().path("strategies").valueStream().map(entry -> entry.path("type")
                        .asString()))
                .containsExactly("arbitrage", "hybrid", "mean_reversion", "momentum");
        assertThat(answer.json().at("/strategies/3/url").asString()).isEqualTo(NEIGHBOURS.momentum.url());
    }

    @Test
    void cycleEndsWithTheReportOfItsController() {
        UUID cycle = UUID.randomUUID();
        Answer answer = owner().post(RUN + id + "&cycle_id=" + cycle, null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("SUCCEEDED");
        assertThat(answer.json().at("/report/steps/0/name").asString()).isEqualTo("events");
        assertThat(NEIGHBOURS.momentum.calls().getFirst().query()).contains("portfolio_id=" + id, "cycle_id=" + cycle);
        assertThat(Long.parseLong(NEIGHBOURS.momentum.calls().getFirst().fence()))
                .isPositive();
        Answer stored = reader().get("/orchestrator/cycles/" + cycle);
        assertThat(stored.json().at("/report/counts/trades").asInt()).isEqualTo(2);
        assertThat(reader().get("/orchestrator/cycles?portfolio_id=" + id + "&status=succeeded&strategy_type=momentum")
                        .json()
                        .path("cycles"))
                .hasSize(1);

        Answer again = owner().post(RUN + id + "&cycle_id=" + cycle, null);
        assertThat(again.text()).isEqualTo(answer.text());
        assertThat(NEIGHBOURS.momentum.calls()).hasSize(1);
    }

    @Test
    void cycleStaysWithItsCountsWhenLedgerHasForgottenTheReport() {
        UUID cycle = UUID.randomUUID();
        owner().post(RUN + id + "&cycle_id=" + cycle, null);
        reports.clear();

        Answer stored = reader().get("/orchestrator/cycles/" + cycle);

        assertThat(stored.status()).isEqualTo(200);
        assertThat(stored.json().has("report")).isFalse();
        assertThat(stored.json().at("/counts/trades").asInt()).isEqualTo(2);
        NEIGHBOURS.portfolio.close();
        assertProblem(reader().get("/orchestrator/cycles/" + cycle), 503, "SERVICE_OFFLINE");
        assertThat(reader().get("/orchestrator/cycles?portfolio_id=" + id)
                        .json()
                        .at("/cycles/0/counts/signals")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void answerThatIsNoReportIsAFailureOfTheController() {
        NEIGHBOURS.momentum.answers(_ -> Reply.ok("{\"cycle\":"));
        assertProblem(owner().post(RUN + id, null), 503, "SERVICE_OFFLINE");
        NEIGHBOURS.momentum.answers(_ -> Reply.ok("{}"));
        assertProblem(owner().post(RUN + id, null), 503, "SERVICE_OFFLINE");
        NEIGHBOURS.momentum.answers(_ -> Reply.ok(""));
        Answer nothing = owner().post(RUN + id, null);
        assertProblem(nothing, 503, "SERVICE_OFFLINE");
        assertThat(nothing.json().path("error").asString()).isEqualTo("Strategy controller error: it answered nothing");
        NEIGHBOURS.momentum.answers(_ -> Reply.problem(302, "FOUND"));
        assertProblem(owner().post(RUN + id, null), 503, "SERVICE_OFFLINE");
    }

    @Test
    void dryRunAnswersWhatACycleWouldDoAndIsNoCycle() {
        Answer answer = owner().post(RUN + id + "&dry_run=true", null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().at("/report/counts/signals").asInt()).isEqualTo(2);
        assertThat(NEIGHBOURS.momentum.calls()).singleElement().satisfies(call -> assertThat(call.query())
                .contains("dry_run=true"));
        assertThat(store.list(new CycleStore.Filter(id, null, null, 10))).isEmpty();
    }

    @Test
    void reportOfAnotherCycleIsRefused() {
        NEIGHBOURS.momentum.answers(_ -> Reply.ok(report(UUID.randomUUID().toString(), Long.toString(id))));

        Answer answer = owner().post(RUN + id, null);

        assertProblem(answer, 503, "SERVICE_OFFLINE");
        assertThat(answer.json().path("detail").asString()).contains("reports on cycle");
        assertThat(store.list(new CycleStore.Filter(id, CycleStatus.FAILED, null, 10)))
                .hasSize(1);
    }

    @Test
    void cycleTheBooksDoNotKnowHasNotEnded() {
        NEIGHBOURS.momentum.answers(CycleIT::reported);

        Answer answer = owner().post(RUN + id, null);

        assertProblem(answer, 503, "SERVICE_OFFLINE");
        assertThat(answer.json().path("detail").asString()).contains("the books know of no end");
    }

    @Test
    void labelThatIsNotThatOfTheBooksIsRefused() {
        NEIGHBOURS.momentum.answers(call -> {
            controller(call);
            return Reply.ok(report(String.valueOf(query(call).get("cycle_id")), Long.toString(id))
                    .replace("SIMULATED", "PAPER"));
        });

        assertProblem(owner().post(RUN + id, null), 503, "SERVICE_OFFLINE");
    }

    @Test
    void sameKeyIsTheSameCycle() {
        SuiteClient keyed = owner().header("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = keyed.post(RUN + id, null);
        Answer second = keyed.post(RUN + id, null);

        assertThat(second.text()).isEqualTo(first.text());
        assertThat(NEIGHBOURS.momentum.calls()).hasSize(1);
        assertThat(keyed.post(RUN + (id + 1), null).status()).isEqualTo(422);
    }

    @Test
    void whatCannotRunIsNamed() {
        portfolios.put(id + 500_000, portfolio(id + 500_000, "momentum", "ARCHIVED"));
        portfolios.put(id + 600_000, portfolio(id + 600_000, "astrology", "ACTIVE"));

        assertProblem(owner().post(RUN + "987654321", null), 404, "NOT_FOUND");
        assertProblem(owner().post(RUN + (id + 500_000), null), 400, "PORTFOLIO_NOT_ACTIVE");
        assertProblem(owner().post(RUN + (id + 600_000), null), 400, "UNKNOWN_STRATEGY");
        Answer notANumber = owner().post(RUN + "seven", null);
        assertProblem(notANumber, 400, "VALIDATION_FAILED");
        assertThat(notANumber.json().at("/errors/0/field").asString()).isEqualTo("portfolio_id");
        assertThat(reader().post(RUN + id, null).status()).isEqualTo(403);
    }

    @Test
    void controllerThatIsOfflineIsNamedInErrorAndDetail() {
        NEIGHBOURS.meanReversion.close();
        portfolios.put(id, portfolio(id, "mean_reversion", "ACTIVE"));

        Answer answer = owner().post(RUN + id, null);

        assertProblem(answer, 503, "STRATEGY_OFFLINE");
        assertThat(answer.json().path("error").asString()).isEqualTo("Strategy controller error: Connection refused");
        assertThat(answer.json().path("detail").asString())
                .matches("mean_reversion strategy controller \\(port \\d+\\) is not running");
        assertThat(reader().get("/orchestrator/cycles?portfolio_id=" + id)
                        .json()
                        .at("/cycles/0/error/code")
                        .asString())
                .isEqualTo("STRATEGY_OFFLINE");
    }

    @Test
    void slowControllerIsATimeoutAndARepeatRunsAgainUnderAHigherFence() {
        CountDownLatch never = new CountDownLatch(1);
        NEIGHBOURS.momentum.answers(_ -> held(never));
        UUID cycle = UUID.randomUUID();
        assertProblem(owner().post(RUN + id + "&cycle_id=" + cycle, null), 504, "STRATEGY_TIMEOUT");
        never.countDown();
        long first = store.find(cycle).orElseThrow().fence();
        NEIGHBOURS.momentum.answers(this::controller);

        Answer repeat = owner().post(RUN + id + "&cycle_id=" + cycle, null);

        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json().path("fence").asLong()).isGreaterThan(first);
        assertThat(repeat.json().path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void secondRunOfAPortfolioIsAnsweredByTheOneThatRuns() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        NEIGHBOURS.momentum.answers(call -> {
            held(open);
            return controller(call);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> first = threads.submit(() -> owner().post(RUN + id, null));
            await().until(() -> !NEIGHBOURS.momentum.calls().isEmpty());

            commits.start();
            Future<Answer> second = threads.submit(() -> owner().post(RUN + id, null));
            // Once for its own id, and then again and again for the one it has met.
            await().until(() -> commits.statements().stream()
                            .filter(statement -> statement.contains("FROM cycle WHERE cycle_id"))
                            .count()
                    > 2);
            commits.stop();
            open.countDown();

            assertThat(first.get().status()).isEqualTo(200);
            assertThat(second.get().status()).as(second.get().text()).isEqualTo(200);
            assertThat(second.get().json().path("cycle_id"))
                    .isEqualTo(first.get().json().path("cycle_id"));
            assertThat(NEIGHBOURS.momentum.calls()).hasSize(1);
        }
    }

    @Test
    void oneThatFailsStopsNoneOfTheOthers() {
        portfolios.clear();
        for (long number = id + 700_000; number < id + 700_020; number++) {
            portfolios.put(number, portfolio(number, number % 5 == 0 ? "arbitrage" : "momentum", "ACTIVE"));
        }

        Answer answer = owner().post("/orchestrator/run-all-portfolios", null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("total").asInt()).isEqualTo(20);
        assertThat(answer.json().path("succeeded").asInt()).isEqualTo(16);
        assertThat(answer.json().path("failed").asInt()).isEqualTo(4);
        assertThat(answer.json().path("trades").asInt()).isEqualTo(32);
        assertThat(answer.json().path("results").valueStream().map(cycle -> cycle.path("portfolio_id")
                        .asLong()))
                .isSorted()
                .hasSize(20);
    }

    @Test
    void cycleOfALostHolderIsTakenOverAndItsLateResultHasNoEffect() {
        UUID cycle = UUID.randomUUID();
        jdbc.sql(
                        """
                        INSERT INTO cycle (cycle_id, portfolio_id, strategy_queue, trigger, status, due_at, started_at, attempts,
                                           fence, owner, lease_until)
                        VALUES (?, ?, 'momentum', 'SCHEDULE', 'RUNNING', now(), now(), 1, nextval('cycle_fence'), 'gone',
                                now() + interval '600 milliseconds')
                        """)
                .params(cycle, id)
                .update();
        Cycle lost = store.find(cycle).orElseThrow();

        await().until(() -> store.find(cycle).orElseThrow().status() == CycleStatus.SUCCEEDED);

        Cycle ended = store.find(cycle).orElseThrow();
        assertThat(ended.attempts()).isEqualTo(2);
        assertThat(ended.fence()).isGreaterThan(lost.fence());
        assertThat(store.end(lost.failed("momentum", new CycleFailure(ProblemCode.INTERNAL, "late"), Instant.EPOCH)))
                .isFalse();
        assertThat(store.find(cycle)).contains(ended);
        assertThat(NEIGHBOURS.momentum.calls()).hasSize(1);
    }

    @Test
    void cycleThatLosesHolderAfterHolderIsGivenUp() {
        try (TestTopic results = TestTopic.of(Topics.CYCLES_RESULTS)) {
            UUID cycle = UUID.randomUUID();
            jdbc.sql(
                            """
                        INSERT INTO cycle (cycle_id, portfolio_id, strategy_queue, trigger, status, due_at, started_at, attempts,
                                           fence, owner, lease_until)
                        VALUES (?, ?, 'momentum', 'SCHEDULE', 'RUNNING', now(), now(), 3, nextval('cycle_fence'), 'gone',
                                now() - interval '1 second')
                        """)
                    .params(cycle, id)
                    .update();

            await().until(() -> store.find(cycle).orElseThrow().status() == CycleStatus.FAILED);

            assertThat(NEIGHBOURS.momentum.calls()).isEmpty();
            assertThat(message(results, cycle.toString())).contains("Given up after 3 attempts");
        }
    }

    @Test
    void leaseOfARunningCycleIsRenewed() throws Exception {
        // The controller takes 900 ms of the second it has; the lease is set to end after 500 ms.
        CountDownLatch open = new CountDownLatch(1);
        NEIGHBOURS.momentum.answers(call -> {
            held(open);
            return controller(call);
        });
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Answer> run = threads.submit(() -> owner().post(RUN + id, null));
            await().until(() -> !NEIGHBOURS.momentum.calls().isEmpty());
            Instant before = leaseEnd();

            await().pollInterval(Duration.ofMillis(50)).until(() -> leaseEnd().isAfter(before));

            open.countDown();
            assertThat(run.get().json().path("attempts").asInt()).isEqualTo(1);
        }
    }

    @Test
    void everyDueTimeRunsOnceWithTwoSchedulersAndPausingStopsIt() {
        DbSchedulerTimer second = new DbSchedulerTimer(
                database,
                dueHandler,
                new CycleOwner("second"),
                new ScheduleSettings(true, Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofHours(1)),
                List.of(),
                Clock.systemUTC());
        second.start();
        try {
            schedules.learn(new PortfolioRef(id, "momentum", PortfolioStatus.ACTIVE, "PT1S", 1));
            await().atMost(Duration.ofSeconds(20)).until(() -> succeeded() >= 4);
            JsonNode due = reader().get("/orchestrator/schedules?limit=1&after=" + (id - 1))
                    .json()
                    .at("/schedules/0");
            assertThat(due.path("portfolio_id").asLong()).isEqualTo(id);
            assertThat(Instant.parse(due.path("next_due_at").asString()))
                    .isAfter(Instant.parse(due.path("last_due_at").asString()));
        } finally {
            second.stop();
        }
        schedules.learn(new PortfolioRef(id, "momentum", PortfolioStatus.ARCHIVED, "PT1S", 2));

        List<Cycle> cycles = store.list(new CycleStore.Filter(id, null, null, 100));
        assertThat(cycles).extracting(cycle -> cycle.due().at()).doesNotHaveDuplicates();
        Instant first = cycles.getLast().due().at();
        assertThat(cycles).allSatisfy(cycle -> assertThat(
                        Duration.between(first, cycle.due().at()).toMillis() % 1000)
                .isZero());
        await().until(() -> store.list(new CycleStore.Filter(id, CycleStatus.SUCCEEDED, null, 100))
                        .size()
                == cycles.size());
        assertThat(NEIGHBOURS.momentum.calls()).hasSize(cycles.size());
        assertThat(jdbc.sql("SELECT count(*) FROM scheduled_tasks WHERE task_instance = ?")
                        .param(Long.toString(id))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void cycleOfAPortfolioArchivedMeanwhileIsSkipped() {
        try (TestTopic results = TestTopic.of(Topics.CYCLES_RESULTS)) {
            portfolios.put(id, portfolio(id, "momentum", "ARCHIVED"));
            DueCycle due = DueCycle.scheduled(id, "momentum", Instant.parse("2026-01-05T10:00:00Z"));

            queues.submit(due);

            await().until(() -> store.find(due.id())
                    .filter(found -> found.status() == CycleStatus.SKIPPED)
                    .isPresent());
            assertThat(NEIGHBOURS.momentum.calls()).isEmpty();
            assertThat(message(results, due.id().toString())).contains("PORTFOLIO_NOT_ACTIVE");
        }
    }

    @Test
    void waitingCycleOfAnOrchestratorThatIsGoneIsRun() {
        DueCycle due = DueCycle.scheduled(id, "momentum", Instant.parse("2026-01-05T10:00:00Z"));
        store.add(Cycle.requested(due));
        jdbc.sql("UPDATE cycle SET requested_at = now() - interval '1 minute' WHERE cycle_id = :id")
                .param("id", due.id())
                .update();

        await().until(() -> succeeded() == 1);

        assertThat(store.find(due.id()).orElseThrow().attempts()).isEqualTo(1);
    }

    @Test
    void changedPortfolioChangesTheSchedule() {
        send(
                Topics.LEDGER_EVENTS,
                "{\"event_id\":\"%s\",\"type\":\"portfolio.changed\",\"occurred_at\":\"2026-01-05T10:00:00Z\","
                                .formatted(UUID.randomUUID())
                        + "\"source\":\"test\",\"data\":%s}".formatted(portfolios.get(id)));

        await().until(() -> succeeded() == 1);
        assertThat(store.list(new CycleStore.Filter(id, null, null, 10))
                        .getFirst()
                        .due()
                        .trigger())
                .isEqualTo(CycleTrigger.SCHEDULE);
    }

    private void send(String topic, String message) {
        try (TestTopic open = TestTopic.of(topic)) {
            open.send(Long.toString(id), message);
        }
    }

    /** The first message that names this; only those count that arrive while the topic is open. */
    private static String message(TestTopic topic, String with) {
        return String.valueOf(topic.await(
                        message -> message.value() != null && message.value().contains(with))
                .value());
    }

    private SuiteClient owner() {
        return http.with("trade:read", "portfolio:write");
    }

    private int succeeded() {
        return store.list(new CycleStore.Filter(id, CycleStatus.SUCCEEDED, null, 100))
                .size();
    }

    private Instant leaseEnd() {
        return jdbc.sql("SELECT lease_until FROM cycle WHERE portfolio_id = ? AND status = 'RUNNING'")
                .param(id)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static void assertProblem(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    private static Reply held(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return Reply.problem(500, "INTERNAL");
    }

    private Reply controller(Neighbour.Call call) {
        if (call.path().equals("/strategy/info")) {
            return Reply.ok(
                    """
                    {"name":"Momentum Strategy","description":"Buy markets with >50% probability","type":"momentum",\
                    "version":"1","market_source":"simulated","default_config":{},"parameters":[]}""");
        }
        reports.add(String.valueOf(query(call).get("cycle_id")));
        return reported(call);
    }

    /** What a controller says of the cycle it was asked for. */
    static Reply reported(Neighbour.Call call) {
        Map<String, String> query = query(call);
        return Reply.ok(report(String.valueOf(query.get("cycle_id")), String.valueOf(query.get("portfolio_id"))));
    }

    private static Map<String, String> query(Neighbour.Call call) {
        return Arrays.stream(String.valueOf(call.query()).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    static String report(String cycle, String portfolio) {
        return """
                {"cycle_id":"%s","portfolio_id":%s,"strategy":"momentum","strategy_version":"1",\
                "market_source":"simulated","label":"SIMULATED","started_at":"2026-01-05T10:00:00Z",\
                "ended_at":"2026-01-05T10:00:01Z","counts":{"events":5,"events_kept":4,"markets":9,"markets_kept":3,\
                "signals":2,"open_slots":10,"trades":2,"denied":0,"settled":0},"signals":[],"orders":[],\
                "steps":[{"name":"events","millis":1.5}],"warnings":[],"replayed":false}"""
                .formatted(cycle, portfolio);
    }

    static String portfolio(long number, String strategy, String status) {
        return """
                {"portfolio_id":%d,"name":"p","strategy_type":"%s","status":"%s","initial_balance":1000,"cash":1000,\
                "positions_value":0,"value":1000,"realised_pnl":0,"floating_pnl":0,"open_positions":0,\
                "strategy_config":{},"config_checked":true,"schedule":"PT15M","risk_account_id":"portfolio-%d",\
                "sequence":1,"created_at":"2026-01-05T10:00:00Z","updated_at":"2026-01-05T10:00:00Z"}"""
                .formatted(number, strategy, status, number);
    }
}
