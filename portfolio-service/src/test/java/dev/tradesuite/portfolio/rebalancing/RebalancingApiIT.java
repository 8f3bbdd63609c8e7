package dev.tradesuite.portfolio.rebalancing;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.Rebalancing;
import dev.tradesuite.contracts.portfolio.RebalancingLineState;
import dev.tradesuite.contracts.portfolio.RebalancingPage;
import dev.tradesuite.contracts.portfolio.RebalancingSchedule;
import dev.tradesuite.contracts.portfolio.RebalancingState;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import dev.tradesuite.contracts.portfolio.RebalancingTrigger;
import dev.tradesuite.portfolio.StrategyTables;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Rebalancings over HTTP, from the real tables; the services around are one fake server. */
@SuiteIntegrationTest
class RebalancingApiIT {

    private static final String ORDERS = "/api/v1/orchestrator/orders";
    private static final String TRANSFERS = "/api/v1/accounts/main/portfolio-transfers";
    private static final String PLAN = "/api/v1/portfolio/rebalance";
    private static final UUID APPROVAL = UUID.fromString("019b0000-0000-7000-8000-000000000003");
    private static final UUID ORDER = UUID.fromString("019b0000-0000-7000-8000-000000000004");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static WireMockServer others =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RebalancingStore store;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry properties) {
        others.start();
        List.of("ledger", "brain", "orchestrator")
                .forEach(name -> properties.add("suite.services.%s.url".formatted(name), () -> others.baseUrl()));
        properties.add("suite.portfolio.rebalancing.look", () -> "100ms");
        properties.add("suite.portfolio.rebalancing.again", () -> "200ms");
        properties.add("suite.portfolio.rebalancing.lease", () -> "5s");
        properties.add("suite.portfolio.rebalancing.drift-look", () -> "200ms");
    }

    @AfterAll
    static void stop() {
        others.stop();
    }

    /** 10,000 USD; half of it in EURUSD.SIM at 1.10 is 0.04545 lots. */
    @BeforeEach
    void world() {
        jdbc.sql("TRUNCATE rebalancing, rebalancing_line, rebalancing_transfer, rebalancing_times, target_portfolio")
                .update();
        StrategyTables.clear(jdbc);
        others.resetAll();
        others.stubFor(
                get("/api/v1/accounts/main")
                        .willReturn(
                                okJson(
                                        """
                        {"id":"main","name":"Main","currency":"USD","label":"PAPER","status":"ACTIVE","initial_balance":10000,
                         "net_cash_flow":0,"balance":10000,"floating_pnl":0,"equity":10000,"margin_used":0,"realised_pnl":0,
                         "commission_paid":0,"positions":[],"holdings":[],"sequence":1,"equity_at":"2026-02-02T10:00:00Z",
                         "updated_at":"2026-02-02T10:00:00Z"}""")));
        price("1.10");
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.dry_run"))
                .willReturn(okJson(decision("PROCEED", "[]", "null"))));
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.client_order_id"))
                .willReturn(okJson(decision("PROCEED", "[]", filled("0.04")))));
        assertThat(writer().post("/api/v1/strategies", "{\"code\":\"euro\",\"source\":\"hold:EURUSD.SIM\"}")
                        .status())
                .isEqualTo(201);
        assertThat(writer().post("/api/v1/portfolio/construct", "{\"weights\":{\"euro\":0.5},\"reason\":\"a test\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void planIsApprovedAndCarriedOut() {
        try (TestTopic topic = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            Rebalancing draft = plan();
            assertThat(draft.state()).isEqualTo(RebalancingState.DRAFT);
            assertThat(draft.lines()).hasSize(1);
            assertThat(draft.lines().getFirst().lots()).isEqualByComparingTo("0.04");
            assertThat(draft.lines().getFirst().limitPrice()).isEqualByComparingTo("1.1055");
            assertThat(Objects.requireNonNull(draft.lines().getFirst().stopLossPrice()))
                    .isEqualByComparingTo("1.056");
            assertThat(draft.plan().checks()).hasSize(2).allMatch(Rebalancing.PlanCheck::passed);

            approval("PENDING", draft.planHash());
            assertThat(submit(draft).as(Rebalancing.class).state()).isEqualTo(RebalancingState.PENDING_APPROVAL);
            await(draft, RebalancingState.PENDING_APPROVAL, true);
            approval("APPROVED", draft.planHash());
            Rebalancing done = await(draft, RebalancingState.DONE, true);

            assertThat(done.lines().getFirst().state()).isEqualTo(RebalancingLineState.FILLED);
            assertThat(done.lines().getFirst().orderId()).isEqualTo(ORDER);
            assertThat(done.approvalId()).isEqualTo(APPROVAL);
            others.verify(
                    1,
                    postRequestedFor(urlEqualTo(ORDERS))
                            .withRequestBody(
                                    matchingJsonPath("$.client_order_id", equalTo("rb-%s-1".formatted(draft.id()))))
                            .withRequestBody(matchingJsonPath("$.approval.approval_id", equalTo(APPROVAL.toString())))
                            .withRequestBody(matchingJsonPath("$.approval.number", equalTo("1")))
                            .withRequestBody(matchingJsonPath("$.dry_run", absent())));
            others.verify(postRequestedFor(urlEqualTo("/api/v1/approvals"))
                    .withRequestBody(matchingJsonPath("$.payload.valid_for_seconds", equalTo("900")))
                    .withRequestBody(matchingJsonPath(
                            "$.payload.orders[0].client_order_id", equalTo("rb-%s-1".formatted(draft.id())))));
            assertThat(jdbc.sql("SELECT capital FROM strategy_allocation WHERE strategy = 'euro'")
                            .query(BigDecimal.class)
                            .single())
                    .isEqualByComparingTo("5000");
            TestTopic.Message message = topic.await(one ->
                    "main".equals(one.key()) && String.valueOf(one.value()).contains("\"DONE\""));
            assertThat(message.value())
                    .contains("\"rebalancing.changed\"", draft.id().toString());
        }
    }

    @Test
    void lostAnswerIsTheSameOrderAgain() {
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.client_order_id"))
                .inScenario("lost")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("found"));
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.client_order_id"))
                .inScenario("lost")
                .whenScenarioStateIs("found")
                .willReturn(okJson(decision("PROCEED", "[]", filled("0.04")))));

        Rebalancing draft = approved();

        assertThat(await(draft, RebalancingState.DONE, true).lines().getFirst().filledLots())
                .isEqualByComparingTo("0.04");
        assertThat(others
                        .findAll(postRequestedFor(urlEqualTo(ORDERS))
                                .withRequestBody(matchingJsonPath("$.client_order_id")))
                        .stream()
                        .map(request -> request.getHeader("Idempotency-Key"))
                        .distinct())
                .containsExactly("rb-%s-1".formatted(draft.id()));
    }

    @Test
    void priceThatMovedEndsIt() {
        Rebalancing draft = plan();
        approval("PENDING", draft.planHash());
        submit(draft);
        await(draft, RebalancingState.PENDING_APPROVAL, true);
        price("1.11");
        approval("APPROVED", draft.planHash());

        Rebalancing failed = await(draft, RebalancingState.FAILED, true);

        assertThat(Objects.requireNonNull(failed.outcome()).code()).isEqualTo("PRICE_MOVED");
        others.verify(0, postRequestedFor(urlEqualTo(ORDERS)).withRequestBody(matchingJsonPath("$.client_order_id")));
    }

    @Test
    void haltEndsItInPart() {
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.client_order_id"))
                .willReturn(okJson(decision(
                        "REJECT", "[{\"code\":\"TRADING_HALTED\",\"message\":\"account main is halted\"}]", "null"))));

        Rebalancing failed = await(approved(), RebalancingState.FAILED, true);

        assertThat(failed.lines().getFirst().state()).isEqualTo(RebalancingLineState.REFUSED);
        assertThat(Objects.requireNonNull(failed.lines().getFirst().why()).message())
                .contains("TRADING_HALTED");
    }

    /** What the risk rests on is there; without it, as in the other scenes, the plan says why there is none. */
    @Test
    void planSaysWhatTheAccountCanLose() {
        assertThat(Objects.requireNonNull(
                                Objects.requireNonNull(plan().plan().risk()).why())
                        .code())
                .isEqualTo("RISK_UNKNOWN");
        closes();

        Rebalancing draft = plan();

        Rebalancing.PlanRiskChange risk = Objects.requireNonNull(draft.plan().risk());
        assertThat(Objects.requireNonNull(risk.before()).valueAtRisk())
                .as(String.valueOf(risk.why()))
                .isZero();
        Rebalancing.DayLoss after = Objects.requireNonNull(risk.after());
        // 0.04 lots are 4,400 of 10,000; EURUSD.SIM falls by a hundredth on every second day.
        assertThat(after.valueAtRisk()).isCloseTo(0.0044, within(1e-9));
        assertThat(after.expectedShortfall()).isCloseTo(0.0044, within(1e-9));
        assertThat(after.largestStrategy()).isEqualTo("euro");
        assertThat(after.largestShare()).isCloseTo(1, within(1e-9));
        assertThat(reader().get("/api/v1/rebalances/" + draft.id()).as(Rebalancing.class))
                .isEqualTo(draft);

        jdbc.sql("UPDATE rebalancing SET plan = (plan::jsonb - 'risk')::json").update();
        assertThat(read(draft).plan().risk())
                .as("of a plan that was stored before")
                .isNull();
    }

    /** 10,000 and 1,000 are to be divided; a fifth of it is 2,200. The answer to the first transfer is lost. */
    @Test
    void cashIsMovedIntoThePortfolioOnce() {
        others.stubFor(
                get("/portfolios/17")
                        .willReturn(
                                okJson(
                                        """
                        {"portfolio_id":17,"name":"Markets","strategy_type":"momentum","status":"ACTIVE","initial_balance":1000,
                         "cash":400,"positions_value":600,"value":1000,"realised_pnl":0,"floating_pnl":0,"open_positions":1,
                         "strategy_config":{},"config_checked":true,"schedule":"PT15M","risk_account_id":"portfolio-17",
                         "sequence":1,"created_at":"2026-02-02T10:00:00Z","updated_at":"2026-02-02T10:00:00Z"}""")));
        others.stubFor(post(TRANSFERS)
                .inScenario("transfer")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("found"));
        others.stubFor(
                post(TRANSFERS)
                        .inScenario("transfer")
                        .whenScenarioStateIs("found")
                        .willReturn(
                                okJson(
                                        """
                        {"transfer_id":"019b0000-0000-7000-8000-000000000005","account_id":"main","portfolio_id":17,"amount":1200,
                         "account_balance_after":8800,"portfolio_cash_after":1600,"person":"suite",
                         "booked_at":"2026-02-02T10:00:00Z"}""")));
        assertThat(writer().post("/api/v1/strategies", "{\"code\":\"markets\",\"source\":\"portfolio:17\"}")
                        .status())
                .isEqualTo(201);
        writer().post("/api/v1/portfolio/construct", "{\"weights\":{\"markets\":0.2},\"reason\":\"a test\"}");

        Rebalancing draft = approved();

        assertThat(draft.plan().value()).isEqualByComparingTo("11000");
        assertThat(draft.transfers().getFirst().amount()).isEqualByComparingTo("1200");
        await(draft, RebalancingState.DONE, true);
        Rebalancing.PlanTransfer moved = awaitTransfer(draft);
        assertThat(moved.moved()).isEqualByComparingTo("1200");
        assertThat(others
                        .findAll(postRequestedFor(urlEqualTo(TRANSFERS))
                                .withRequestBody(matchingJsonPath("$.portfolio_id", equalTo("17")))
                                .withRequestBody(matchingJsonPath("$.strategy", equalTo("markets"))))
                        .stream()
                        .map(LoggedRequest::getBodyAsString)
                        .distinct())
                .as("the same transfer again")
                .hasSize(1);
    }

    private Rebalancing.PlanTransfer awaitTransfer(Rebalancing draft) {
        Instant end = Instant.now().plus(PATIENCE);
        Rebalancing.PlanTransfer found = read(draft).transfers().getFirst();
        while (found.state() != RebalancingTransferState.DONE && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = read(draft).transfers().getFirst();
        }
        assertThat(found.state()).as(String.valueOf(found.why())).isEqualTo(RebalancingTransferState.DONE);
        return found;
    }

    @Test
    void haltedStrategyIsLeftOut() {
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.dry_run"))
                .willReturn(okJson(decision(
                                "REJECT",
                                "[{\"code\":\"TRADING_HALTED\",\"message\":\"strategy euro is halted\"}]",
                                "null")
                        .replace("\"label\"", "\"trading_state_scope\":\"STRATEGY\",\"label\""))));

        Rebalancing draft = plan();

        assertThat(draft.lines()).isEmpty();
        assertThat(draft.plan().skipped())
                .extracting(skipped -> skipped.reason().code())
                .containsExactly("TRADING_STOPPED");
        assertThat(draft.plan().checks()).allMatch(Rebalancing.PlanCheck::passed);
    }

    @Test
    void ofTwoWhoSubmitOneWins() throws Exception {
        Rebalancing draft = plan();
        approval("PENDING", draft.planHash());
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Answer>> submits = List.of(() -> submit(draft), () -> submit(draft));

            assertThat(both.invokeAll(submits).stream()
                            .map(Future::resultNow)
                            .map(Answer::status)
                            .sorted())
                    .containsExactly(200, 409);
        }
        Rebalancing second = plan();
        assertThat(submit(second).status()).as("one of an account at a time").isEqualTo(409);
        assertThat(writer().post("/api/v1/rebalances/%s/cancel".formatted(draft.id()), null)
                        .as(Rebalancing.class)
                        .state())
                .isEqualTo(RebalancingState.CANCELLED);
        assertThat(submit(second).status()).isEqualTo(200);
    }

    @Test
    void checkThatDeniesKeepsThePlanADraft() {
        others.stubFor(post(ORDERS)
                .withRequestBody(matchingJsonPath("$.dry_run"))
                .willReturn(okJson(decision("REJECT", "[{\"code\":\"RISK_DENIED\",\"message\":\"Margin\"}]", "null"))));

        Rebalancing draft = plan();

        assertThat(draft.plan().checks().getLast().passed()).isFalse();
        assertThat(submit(draft).json().at("/errors/0/code").asString()).isEqualTo("CHECK_DENIED");
    }

    @Test
    void driftIsPlannedByItselfAndWaitsForAPerson() {
        approval("PENDING", "0".repeat(64));
        assertThat(reader().get("/api/v1/portfolio/schedule").status()).isEqualTo(404);
        assertThat(field(writer().put("/api/v1/portfolio/schedule", "{\"schedule\":\"sometimes\"}")))
                .isEqualTo("schedule");

        RebalancingSchedule schedule =
                writer().put("/api/v1/portfolio/schedule", "{}").as(RebalancingSchedule.class);

        assertThat(schedule.schedule()).isEqualTo("0 0 15 1W * *");
        assertThat(schedule.nextDue()).isNotNull();
        assertThat(reader().get("/api/v1/portfolio/schedule").as(RebalancingSchedule.class))
                .isEqualTo(schedule);
        Rebalancing planned = awaitOne();
        assertThat(planned.trigger()).isEqualTo(RebalancingTrigger.DRIFT);
        assertThat(planned.state()).isEqualTo(RebalancingState.PENDING_APPROVAL);
        assertThat(writer().put("/api/v1/portfolio/schedule", "{\"enabled\":false}")
                        .as(RebalancingSchedule.class)
                        .nextDue())
                .isNull();
    }

    /** Drift alone would have to be 90 points. */
    @Test
    void strategyThatIsRetiredMakesAPlanForTheRest() {
        approval("PENDING", "0".repeat(64));
        assertThat(writer().post("/api/v1/strategies", "{\"code\":\"gold\",\"source\":\"hold:XAUUSD.SIM\"}")
                        .status())
                .isEqualTo(201);
        assertThat(writer().post(
                                "/api/v1/portfolio/construct",
                                "{\"weights\":{\"euro\":0.5,\"gold\":0.1},\"reason\":\"a test\"}")
                        .status())
                .isEqualTo(200);
        assertThat(writer().put("/api/v1/portfolio/schedule", "{\"drift_percent\":90}")
                        .status())
                .isEqualTo(200);
        assertThat(writer().post("/api/v1/strategies/gold/transitions", "{\"to\":\"RETIRED\",\"reason\":\"a test\"}")
                        .status())
                .isEqualTo(200);

        Rebalancing planned = awaitOne();

        assertThat(planned.trigger()).isEqualTo(RebalancingTrigger.LIFECYCLE);
        assertThat(planned.state()).isEqualTo(RebalancingState.PENDING_APPROVAL);
        assertThat(planned.lines()).singleElement().satisfies(line -> assertThat(line.strategy())
                .isEqualTo("euro"));
        assertThat(jdbc.sql("SELECT target_version FROM rebalancing_times WHERE account_id = 'main'")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    /** Due in an hour, so that the service itself leaves it alone. */
    @Test
    void ofTwoInstancesOneHasItUntilItsLeaseIsOver() throws Exception {
        Rebalancing draft = plan();
        Instant due = Instant.now().plus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MICROS);
        jdbc.sql("UPDATE rebalancing SET state = 'PENDING_APPROVAL', due_at = :due WHERE id = :id")
                .param("due", TimeColumns.of(due))
                .param("id", draft.id())
                .update();
        Instant leaseEnd = due.plusSeconds(60);
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Optional<UUID>>> claims =
                    List.of(() -> store.claim("one", due, leaseEnd), () -> store.claim("two", due, leaseEnd));

            assertThat(both.invokeAll(claims).stream().map(Future::resultNow).flatMap(Optional::stream))
                    .containsExactly(draft.id());
        }
        boolean first = store.keep(draft.id(), "one", leaseEnd);
        String owner = first ? "one" : "two";
        String other = first ? "two" : "one";

        assertThat(store.keep(draft.id(), other, leaseEnd)).isFalse();
        assertThat(store.claim(other, leaseEnd, leaseEnd.plusSeconds(60))).contains(draft.id());
        assertThat(store.keep(draft.id(), owner, leaseEnd))
                .as("it was taken over")
                .isFalse();
    }

    private Rebalancing awaitOne() {
        Instant end = Instant.now().plus(PATIENCE);
        List<Rebalancing> found = list();
        while (found.isEmpty() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = list();
        }
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<Rebalancing> list() {
        return reader().get("/api/v1/rebalances").as(RebalancingPage.class).rebalancings();
    }

    private static String field(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        return answer.json().at("/errors/0/field").asString();
    }

    @Test
    void readersReadAndOnlyThat() {
        Rebalancing draft = plan();
        RebalancingPage page =
                reader().get("/api/v1/rebalances?account_id=main&limit=1").as(RebalancingPage.class);

        assertThat(page.rebalancings()).extracting(Rebalancing::id).containsExactly(draft.id());
        assertThat(reader().get("/api/v1/rebalances/" + draft.id()).as(Rebalancing.class))
                .isEqualTo(draft);
        assertThat(reader().get("/api/v1/rebalances/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(reader().post(PLAN, "{\"reason\":\"x\"}").status()).isEqualTo(403);
        assertThat(writer().post("/api/v1/rebalances/%s/submit".formatted(draft.id()), "{\"plan_hash\":\"x\"}")
                        .status())
                .isEqualTo(400);
        jdbc.sql("TRUNCATE target_portfolio").update();
        assertThat(writer().post(PLAN, "{\"reason\":\"x\"}").json().path("code").asString())
                .isEqualTo("NOT_COMPUTABLE");
    }

    private Rebalancing approved() {
        Rebalancing draft = plan();
        approval("APPROVED", draft.planHash());
        submit(draft);
        return draft;
    }

    private Rebalancing plan() {
        Answer answer = writer().post(PLAN, "{\"reason\":\"a test\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.as(Rebalancing.class);
    }

    private Answer submit(Rebalancing draft) {
        return writer().post(
                        "/api/v1/rebalances/%s/submit".formatted(draft.id()),
                        "{\"plan_hash\":\"%s\"}".formatted(draft.planHash()));
    }

    private Rebalancing await(Rebalancing draft, RebalancingState state, boolean withApproval) {
        Instant end = Instant.now().plus(PATIENCE);
        Rebalancing found = read(draft);
        while ((found.state() != state || (withApproval && found.approvalId() == null))
                && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            found = read(draft);
        }
        assertThat(found.state()).as(String.valueOf(found.outcome())).isEqualTo(state);
        return found;
    }

    private Rebalancing read(Rebalancing draft) {
        return reader().get("/api/v1/rebalances/" + draft.id()).as(Rebalancing.class);
    }

    /** 40 days, of which every second one loses a hundredth and the others win it back. */
    private static void closes() {
        Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);
        String times = IntStream.range(0, 40)
                .mapToObj(i -> "\"%s\"".formatted(today.minus(Duration.ofDays(40 - i))))
                .collect(Collectors.joining(","));
        String closes = IntStream.range(0, 40)
                .mapToObj(i -> i % 2 == 0 ? "1.00" : "0.99")
                .collect(Collectors.joining(","));
        others.stubFor(get(urlPathEqualTo("/api/v1/candles/closes"))
                .willReturn(okJson(
                        """
                        {"timeframe":"D1","as_of":"%s","times":[%s],"symbols":[{"symbol":"EURUSD.SIM","closes":[%s],"count":40,"timeframes":["D1"]}]}"""
                                .formatted(Instant.now(), times, closes))));
    }

    private static void price(String price) {
        others.stubFor(get(urlPathEqualTo("/api/v1/prices/latest"))
                .willReturn(okJson("{\"prices\":[{\"symbol\":\"EURUSD.SIM\",\"price\":%s,\"at\":\"%s\"}]}"
                        .formatted(price, Instant.now()))));
    }

    private static void approval(String state, String hash) {
        String decided = state.equals("APPROVED")
                ? ",\"decided_by\":\"boss\",\"decided_at\":\"%s\",\"reason\":\"fine\"".formatted(Instant.now())
                : "";
        String body =
                """
                {"id":"%s","kind":"REBALANCE","state":"%s","subject":"s","account_id":"main","summary":"s","payload":{},
                 "payload_hash":"%s","checks":[],"asked_by":"somebody","asked_at":"%s","expires_at":"%s","changes":[]%s}"""
                        .formatted(
                                APPROVAL,
                                state,
                                hash,
                                Instant.now(),
                                Instant.now().plusSeconds(900),
                                decided);
        others.stubFor(post("/api/v1/approvals").willReturn(okJson(body)));
        others.stubFor(get("/api/v1/approvals/" + APPROVAL).willReturn(okJson(body)));
    }

    private static String filled(String lots) {
        return """
               {"order_id":"%s","client_order_id":"x","status":"filled","filled_lots":%s,"fill_price":1.1001,"broker":"paper"}"""
                .formatted(ORDER, lots);
    }

    private static String decision(String decision, String reasons, String result) {
        return """
               {"decision_id":"%s","symbol":"EURUSD.SIM","source":"direct","decision":"%s","can_execute":true,"workflow":{},
                "reasons":%s,"warnings":[],"label":"PAPER","input_hash":"x","requested_at":"2026-02-02T10:00:00Z",
                "decided_at":"2026-02-02T10:00:00Z","execution_time_ms":1.0,"timings_ms":{},"execution_result":%s}"""
                .formatted(UUID.randomUUID(), decision, reasons, result);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read", "admin");
    }

    private SuiteClient writer() {
        return anybody.with("portfolio:write", "trade:read", "admin");
    }
}
