package dev.tradesuite.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.portfolio.LifecycleHistory;
import dev.tradesuite.contracts.portfolio.LifecycleState;
import dev.tradesuite.contracts.portfolio.LifecycleTrigger;
import dev.tradesuite.contracts.portfolio.RotationAction;
import dev.tradesuite.contracts.portfolio.RotationProposal;
import dev.tradesuite.contracts.portfolio.RotationProposalPage;
import dev.tradesuite.contracts.portfolio.RotationReport;
import dev.tradesuite.contracts.portfolio.RotationRules;
import dev.tradesuite.contracts.portfolio.RotationState;
import dev.tradesuite.contracts.portfolio.StrategyLifecycle;
import dev.tradesuite.portfolio.lifecycle.RestrictionService;
import dev.tradesuite.portfolio.rotation.RotationDue;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import dev.tradesuite.test.TestTopic;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Rotation and automatic suspension over HTTP, with the orchestrator and risk-service played by a server of the test.
 */
@SuiteIntegrationTest(freshSchema = true)
class RotationApiIT {

    private static final String ROTATION = "/api/v1/rotation";
    private static final int DAYS = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final RotationNeighbours NEIGHBOURS = RotationNeighbours.start();

    @Autowired
    private SuiteClient anybody;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RotationDue due;

    @Autowired
    private RestrictionService restrictions;

    @DynamicPropertySource
    static void neighbours(DynamicPropertyRegistry settings) {
        settings.add("suite.services.orchestrator.url", NEIGHBOURS::url);
        settings.add("suite.services.risk.url", NEIGHBOURS::url);
        settings.add("suite.services.ledger.url", NEIGHBOURS::url);
    }

    @AfterAll
    static void stop() {
        NEIGHBOURS.close();
    }

    @BeforeEach
    void clear() {
        StrategyTables.clear(jdbc);
        jdbc.sql("TRUNCATE told_trading_state, rotation_run, rotation_rules, target_portfolio")
                .update();
        NEIGHBOURS.forget();
    }

    @Test
    void laggardIsProposedApprovedAndRetired() {
        three();
        try (TestTopic told = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            assertThat(marks()).as("new returns mark").isEqualTo(3);
            due.look();
            assertThat(marks()).isZero();

            RotationProposal proposal = only();
            assertThat(proposal.action()).isEqualTo(RotationAction.RETIRE);
            assertThat(proposal.state()).isEqualTo(RotationState.PENDING_APPROVAL);
            assertThat(proposal.effect().unavailable()).isNull();
            assertThat(Objects.requireNonNull(proposal.effect().after()).weights())
                    .containsOnlyKeys("good", "other");
            assertThat(NEIGHBOURS.log).containsExactly("ask ROTATION bad " + proposal.payloadHash());
            assertThat(told.await(one -> String.valueOf(one.value()).contains("rotation.proposed"))
                            .key())
                    .isEqualTo("bad");

            approve(proposal);
            Awaitility.await().atMost(PATIENCE).until(() -> only().state() == RotationState.APPROVED);
            approve(proposal);
            due.look();

            assertThat(only().state()).isEqualTo(RotationState.DONE);
            assertThat(only().decidedBy()).isEqualTo("bob");
            assertThat(told.await(one -> String.valueOf(one.value()).contains("rotation.decided"))
                            .value())
                    .contains("\"DONE\"");
        }
        LifecycleHistory history =
                reader().get("/api/v1/strategies/bad/history").as(LifecycleHistory.class);
        assertThat(history.changes().getFirst().to()).isEqualTo(LifecycleState.RETIRED);
        assertThat(history.changes().getFirst().trigger()).isEqualTo(LifecycleTrigger.RULE);
        assertThat(history.changes().getFirst().evidence()).anyMatch(gate -> !gate.passed());
    }

    @Test
    void haltedAccountSuspendsAndRiskIsToldWhenItIsBack() {
        three();
        jdbc.sql("UPDATE strategy SET source = 'account:acc-1' WHERE code = 'good'")
                .update();
        jdbc.sql("DELETE FROM rotation_mark").update();
        try (TestTopic risk = TestTopic.of(Topics.RISK_EVENTS)) {
            risk.send(
                    "acc-1",
                    event(
                            "trading_state.changed",
                            """
                    {"scope":"ACCOUNT","id":"acc-1","state":"HALTED","cause":"crash","changed_by":"alice",
                     "changed_at":"2026-05-01T10:00:00Z"}"""));
            Awaitility.await().atMost(PATIENCE).until(() -> marks() == 3);
        }
        NEIGHBOURS.riskAway = true;

        due.look();

        assertThat(lifecycle("good").state()).isEqualTo(LifecycleState.SUSPENDED);
        assertThat(restrictions.send()).isZero();
        StrategyLifecycle.Restriction waiting =
                Objects.requireNonNull(lifecycle("good").restriction());
        assertThat(waiting.doneAt()).isNull();
        assertThat(waiting.note()).contains("risk");

        NEIGHBOURS.riskAway = false;
        jdbc.sql("UPDATE strategy_restriction SET next_at = now()").update();
        Awaitility.await().atMost(PATIENCE).until(() -> {
            jdbc.sql("UPDATE strategy_restriction SET next_at = now() WHERE done_at IS NULL")
                    .update();
            return restrictions.send() == 1;
        });
        assertThat(NEIGHBOURS.states.get("good")).contains("REDUCE_ONLY", "Strategy good is SUSPENDED");
        assertThat(Objects.requireNonNull(lifecycle("good").restriction()).doneAt())
                .isNotNull();
    }

    @Test
    void haltedPortfolioSuspendsAndAHaltOfEverythingSuspendsNobody() {
        three();
        jdbc.sql("UPDATE strategy SET source = 'portfolio:7' WHERE code = 'good'")
                .update();
        jdbc.sql("DELETE FROM rotation_mark").update();
        try (TestTopic risk = TestTopic.of(Topics.RISK_EVENTS)) {
            risk.send("all", event("trading_state.changed", halted("ALL", "all")));
            risk.send("7", event("trading_state.changed", halted("PORTFOLIO", "7")));
            Awaitility.await().atMost(PATIENCE).until(() -> marks() == 3);
        }

        due.look();

        assertThat(lifecycle("good").state()).isEqualTo(LifecycleState.SUSPENDED);
        assertThat(lifecycle("bad").state()).isNotEqualTo(LifecycleState.SUSPENDED);
    }

    private static String halted(String scope, String id) {
        return """
                {"scope":"%s","id":"%s","state":"HALTED","cause":"crash","changed_by":"alice",
                 "changed_at":"2026-05-01T10:00:00Z"}"""
                .formatted(scope, id);
    }

    @Test
    void correlationThatHasChangedIsAReasonToLook() {
        three();
        jdbc.sql("DELETE FROM rotation_mark").update();
        try (TestTopic told = TestTopic.of(Topics.PORTFOLIO_EVENTS)) {
            told.send(
                    "bad",
                    event(
                            "correlation.pair",
                            """
                    {"label":"LIVE","window":"90","a":"bad","b":"good","above":true,"correlation":0.7,"limit":0.6,
                     "ends_below":0.55,"at":"2026-05-01T10:00:00Z"}"""));
            Awaitility.await().atMost(PATIENCE).until(() -> marks() == 2);

            told.send(
                    "LIVE",
                    event(
                            "correlation.regime",
                            """
                    {"label":"LIVE","shifted":true,"short_mean":0.5,"long_mean":0.1,"limit":0.2,"ends_below":0.15,
                     "at":"2026-05-01T10:00:00Z"}"""));
            Awaitility.await().atMost(PATIENCE).until(() -> marks() == 3);
        }
    }

    @Test
    void personWhoSuspendsDoesTheSame() {
        three();

        assertThat(anybody.with("portfolio:write")
                        .post("/api/v1/strategies/good/transitions", "{\"to\":\"SUSPENDED\",\"reason\":\"a test\"}")
                        .status())
                .isEqualTo(200);
        restrictions.send();

        assertThat(NEIGHBOURS.states.get("good")).contains("REDUCE_ONLY");
    }

    @Test
    void replacementGetsTheWeightAndSuspensionTakesIt() {
        three();
        assertThat(anybody.with("portfolio:write", "trade:read", "admin")
                        .post(
                                "/api/v1/portfolio/construct",
                                "{\"account_id\":\"main\",\"weights\":{\"bad\":0.3,\"good\":0.2},\"reason\":\"a"
                                        + " test\"}")
                        .status())
                .isEqualTo(200);
        due.look();
        RotationProposal proposal = only();
        assertThat(proposal.action()).isEqualTo(RotationAction.REPLACE);
        approve(proposal);
        Awaitility.await().atMost(PATIENCE).until(() -> only().state() == RotationState.APPROVED);
        due.look();

        assertThat(only().state()).isEqualTo(RotationState.DONE);
        String by = String.valueOf(proposal.replacement());
        assertThat(target()).doesNotContain("bad").contains("\"" + by + "\"");
        assertThat(anybody.with("portfolio:write")
                        .post(
                                "/api/v1/strategies/" + by + "/transitions",
                                "{\"to\":\"SUSPENDED\",\"reason\":\"a test\"}")
                        .status())
                .isEqualTo(200);
        assertThat(target()).doesNotContain(by);
        assertThat(jdbc.sql("SELECT origin FROM target_portfolio ORDER BY version")
                        .query(String.class)
                        .list())
                .startsWith("PERSON", "ROTATION")
                .endsWith("LIFECYCLE");
    }

    private String target() {
        return jdbc.sql("SELECT weights::text FROM target_portfolio WHERE account_id = 'main' ORDER BY version DESC"
                        + " LIMIT 1")
                .query(String.class)
                .single();
    }

    @Test
    void ofTwoAtOnceOneProposes() throws Exception {
        three();
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<RotationReport>> runs = List.of(this::run, this::run);
            List<String> reasons = both.invokeAll(runs).stream()
                    .map(future -> future.resultNow())
                    .flatMap(report -> report.outcomes().stream())
                    .filter(one -> one.code().equals("bad"))
                    .map(one -> one.reason().code())
                    .sorted()
                    .toList();

            assertThat(reasons).containsExactly("ALREADY_PROPOSED", "PROPOSED");
        }
        assertThat(page("").proposals()).hasSize(1);
    }

    @Test
    void rulesArePatchedForAllAndForOne() {
        three();
        SuiteClient admin = anybody.with("risk:admin", "trade:read");

        RotationRules all = admin.patch(ROTATION + "/rules", "{\"days\":40,\"automatic\":[\"REDUCE\"]}")
                .as(RotationRules.class);
        RotationRules one = admin.patch(ROTATION + "/rules?code=bad", "{\"target_sharpe\":2}")
                .as(RotationRules.class);

        assertThat(all.days()).isEqualTo(40);
        assertThat(all.runningDays()).isEqualTo(5);
        assertThat(one.days()).isEqualTo(40);
        assertThat(reader().get(ROTATION + "/rules?code=bad")
                        .as(RotationRules.class)
                        .targetSharpe())
                .isEqualTo(2);
        assertThat(reader().get(ROTATION + "/rules").as(RotationRules.class).targetSharpe())
                .isEqualTo(1);
        assertThat(reader().get(ROTATION + "/rules").as(RotationRules.class).automatic())
                .containsExactly(RotationAction.REDUCE);
        assertThat(admin.patch(ROTATION + "/rules?code=nobody", "{}").status()).isEqualTo(404);
        assertThat(admin.patch(ROTATION + "/rules", "{\"days\":1}").status()).isEqualTo(400);
        assertThat(anybody.with("portfolio:write")
                        .patch(ROTATION + "/rules", "{}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void proposalsOfOthersAreNotFound() {
        three();
        jdbc.sql("UPDATE strategy SET source = 'account:somebody-elses' WHERE code = 'bad'")
                .update();
        var _ = run();
        UUID id = jdbc.sql("SELECT id FROM rotation_proposal").query(UUID.class).single();

        SuiteClient stranger = anybody.as("carol", List.of(), "trade:read", "portfolio:write");

        Answer answer = stranger.get(ROTATION + "/proposals/" + id);
        assertThat(answer.status()).as(answer.text()).isEqualTo(404);
        assertThat(stranger.get(ROTATION + "/proposals")
                        .as(RotationProposalPage.class)
                        .proposals())
                .isEmpty();
        assertThat(stranger.post(ROTATION + "/run", null)
                        .as(RotationReport.class)
                        .outcomes())
                .extracting(RotationReport.Outcome::code)
                .containsExactly("good", "other");
        assertThat(stranger.get(ROTATION + "/rules?code=bad").status()).isEqualTo(404);
        assertThat(anybody.as(RotationNeighbours.OWNER, List.of(), "trade:read")
                        .get(ROTATION + "/proposals/" + id)
                        .as(RotationProposal.class)
                        .strategy())
                .isEqualTo("bad");
        assertThat(reader().get(ROTATION + "/proposals/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(reader().post(ROTATION + "/run", null).status()).isEqualTo(403);
    }

    private void approve(RotationProposal proposal) {
        try (TestTopic approvals = TestTopic.of(Topics.APPROVALS_EVENTS)) {
            approvals.send(
                    String.valueOf(proposal.approvalId()),
                    event(
                            "approval.approved",
                            """
                            {"id":"%s","kind":"ROTATION","state":"APPROVED","subject":"bad","summary":"x",
                             "payload_hash":"%s","asked_by":"rotation","expires_at":"2030-01-01T00:00:00Z",
                             "decided_by":"bob","reason":"I have looked at it","changes":[],
                             "changed_at":"2026-05-01T10:00:00Z"}"""
                                    .formatted(proposal.approvalId(), proposal.payloadHash())));
        }
    }

    private static String event(String type, String data) {
        return """
                {"event_id":"%s","type":"%s","occurred_at":"2026-05-01T10:00:00Z","source":"a-test","data":%s}"""
                .formatted(UUID.randomUUID(), type, data);
    }

    private RotationReport run() {
        return anybody.with("portfolio:write", "trade:read", "admin")
                .post(ROTATION + "/run", null)
                .as(RotationReport.class);
    }

    private RotationProposal only() {
        RotationProposal listed = page("").proposals().getFirst();
        return reader().get(ROTATION + "/proposals/" + listed.id()).as(RotationProposal.class);
    }

    private RotationProposalPage page(String query) {
        return reader().get(ROTATION + "/proposals" + query).as(RotationProposalPage.class);
    }

    private StrategyLifecycle lifecycle(String code) {
        return reader().get("/api/v1/strategies/" + code + "/lifecycle").as(StrategyLifecycle.class);
    }

    private int marks() {
        return jdbc.sql("SELECT count(*) FROM rotation_mark")
                .query(Integer.class)
                .single();
    }

    /** One that loses, and two that gain and have nothing to do with one another. */
    private void three() {
        live("bad", i -> i % 2 == 0 ? 0.004 : -0.008);
        live("good", i -> i % 4 < 2 ? 0.008 : -0.003);
        live("other", i -> i % 8 < 4 ? 0.0085 : -0.003);
    }

    private void live(String code, IntToDoubleFunction value) {
        assertThat(anybody.with("portfolio:write", "trade:read")
                        .post("/api/v1/strategies", "{\"code\":\"%s\",\"source\":\"imported\"}".formatted(code))
                        .status())
                .isEqualTo(201);
        jdbc.sql("UPDATE strategy SET state = 'LIVE' WHERE code = :code")
                .param("code", code)
                .update();
        LocalDate today = LocalDate.now(Clock.system(ZoneOffset.UTC));
        String rows = IntStream.range(0, DAYS)
                .mapToObj(i ->
                        "{\"day\":\"%s\",\"value\":%s}".formatted(today.minusDays(DAYS - i), value.applyAsDouble(i)))
                .collect(Collectors.joining(","));
        assertThat(anybody.with("portfolio:write", "trade:read")
                        .post("/api/v1/strategies/" + code + "/returns?label=LIVE", "{\"returns\":[" + rows + "]}")
                        .status())
                .isEqualTo(200);
    }

    private SuiteClient reader() {
        return anybody.with("trade:read", "admin");
    }
}
