package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.support.Ids;
import dev.tradesuite.test.EveryOwner;
import dev.tradesuite.test.EveryOwner.Sample;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ann and Bob trade on accounts of their own, and neither finds the other's. */
class OwnersIT extends OrchestratorTest {

    private static final String WEBHOOKS = "/api/v1/webhooks/tradingview";

    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final String ann = "ann-" + UUID.randomUUID();
    private final String bob = "bob-" + UUID.randomUUID();
    private final String annsAccount = newAccount();
    private final String bobsAccount = newAccount();
    private final String annsPortfolio =
            Long.toString(ThreadLocalRandom.current().nextLong(1_000_000, 2_000_000_000));
    private final String bobsPortfolio = Long.toString(Long.parseLong(annsPortfolio) + 1);

    @BeforeEach
    void booksKnowTheirOwners() {
        owners.put("account/" + annsAccount, ann);
        owners.put("account/" + bobsAccount, bob);
        owners.put("portfolio/" + annsPortfolio, ann);
        owners.put("portfolio/" + bobsPortfolio, bob);
        NEIGHBOURS.account("10000");
        Neighbour.Behaviour books = NEIGHBOURS.portfolio.behaviour();
        NEIGHBOURS.portfolio.answers(call -> call.path().startsWith("/api/v1/owners/") ? owner(call) : books.to(call));
    }

    @Test
    void nobodyFindsWhatIsSomebodyElses() {
        Answer anns = trader().post(EXECUTE, send(annsAccount));
        Answer bobs = trader().post(EXECUTE, send(bobsAccount));
        String bobsHook = webhook(bobsAccount);
        String theirs = cycle(bobsPortfolio);
        jdbc.sql("INSERT INTO portfolio_schedule VALUES (?, 'momentum', false, 'PT15M', 1, NULL)")
                .param(Long.valueOf(bobsPortfolio))
                .update();

        List<String> asked = EveryOwner.keepsTo(
                http,
                ann,
                Map.of(
                        "account", new Sample(annsAccount, bobsAccount, "nobodys"),
                        "portfolio", new Sample(annsPortfolio, bobsPortfolio, "987654321987"),
                        "order",
                                new Sample(
                                        orderOf(anns), orderOf(bobs), Ids.next().toString()),
                        "decision",
                                new Sample(
                                        decisionOf(anns),
                                        decisionOf(bobs),
                                        Ids.next().toString()),
                        "approval",
                                new Sample(
                                        approval(annsAccount),
                                        approval(bobsAccount),
                                        Ids.next().toString()),
                        "stop",
                                new Sample(
                                        stop(annsAccount),
                                        stop(bobsAccount),
                                        Ids.next().toString()),
                        "webhook",
                                new Sample(
                                        webhook(annsAccount),
                                        bobsHook,
                                        Ids.next().toString()),
                        "cycle",
                                new Sample(
                                        cycle(annsPortfolio), theirs, Ids.next().toString())),
                Map.of(
                        "POST " + ANALYZE,
                        named(eurusd("")),
                        "POST " + EXECUTE,
                        named(eurusd("")),
                        "POST " + ORDERS,
                        """
                                {"account_id":"%s","symbol":"EURUSD","side":"BUY","lots":0.1,"current_price":1.0835,
                                 "stop_loss":{"price":1.0785},"dry_run":true}""",
                        "POST /api/v1/orchestrator/positions/{symbol}/close",
                        "{\"account_id\":\"%s\",\"current_price\":1.0835}",
                        "PUT /api/v1/orchestrator/positions/{symbol}/protection",
                        "{\"account_id\":\"%s\",\"stop_loss_price\":1.07,\"current_price\":1.0835}",
                        "POST /api/v1/orchestrator/stop",
                        "{\"level\":\"entries\",\"scope\":\"account\",\"id\":\"%s\",\"reason\":\"as the test wants\"}",
                        "POST " + WEBHOOKS,
                        "{\"strategy\":\"breakout\",\"account_id\":\"%s\"}"));

        assertThat(asked)
                .contains(
                        "GET /api/v1/orchestrator/orders/{id}",
                        "PATCH /api/v1/orchestrator/orders/{id}",
                        "POST /api/v1/orchestrator/orders/{id}/cancel",
                        "POST /api/v1/orchestrator/orders/cancel-all",
                        "GET /api/v1/orchestrator/orders",
                        "GET /api/v1/approvals",
                        "GET /api/v1/approvals/{id}",
                        "POST /api/v1/approvals/{id}/approve",
                        "POST /api/v1/approvals/{id}/reject",
                        "GET /api/v1/orchestrator/decisions",
                        "GET /api/v1/orchestrator/stop/preview",
                        "GET /api/v1/orchestrator/stops/{id}",
                        "GET /api/v1/orchestrator/decisions/{id}",
                        "GET /api/v1/orchestrator/quick-analyze",
                        "DELETE /api/v1/webhooks/tradingview/{id}",
                        "GET /api/v1/webhooks/tradingview",
                        "POST /orchestrator/run-portfolio-cycle",
                        "GET /orchestrator/cycles",
                        "GET /orchestrator/cycles/{id}",
                        "GET /orchestrator/schedules");
    }

    @Test
    void usualAccountIsItsOwnersAlsoWhenItIsNotNamed() {
        owners.put("account/main", bob);

        assertThat(user(ann).post(ANALYZE, eurusd("")).status()).isEqualTo(404);
        assertThat(user(ann)
                        .get("/api/v1/orchestrator/quick-analyze?symbol=EURUSD&current_price=1.0835")
                        .status())
                .isEqualTo(404);
        assertThat(user(ann).post(EXECUTE, eurusd(",\"account_balance\":10000")).status())
                .as("a supposed balance executes nothing")
                .isEqualTo(404);
        assertThat(user(ann).post(WEBHOOKS, "{\"strategy\":\"breakout\"}").status())
                .isEqualTo(404);
        assertThat(user(ann)
                        .post("/api/v1/orchestrator/positions/EURUSD/close", "{\"current_price\":1.0835}")
                        .status())
                .isEqualTo(404);
        assertThat(user(bob).post(ANALYZE, eurusd("")).status()).isEqualTo(200);
    }

    @Test
    void supposedAccountIsNobodys() {
        Answer supposed = user(ann).post(ANALYZE, eurusd(",\"account_balance\":10000"));

        assertThat(supposed.status()).isEqualTo(200);
        assertThat(user(ann)
                        .get("/api/v1/orchestrator/decisions/" + decisionOf(supposed))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ownerIsAskedForOnceAndCountsWhileTheBooksAreAway() {
        user(ann).post(EXECUTE, send(annsAccount));
        NEIGHBOURS.portfolio.forgetCalls();
        user(ann).post(EXECUTE, send(annsAccount));
        assertThat(NEIGHBOURS.portfolio.calls()).noneMatch(call -> call.path().contains("/owners/"));

        NEIGHBOURS.portfolio.close();

        assertThat(user(ann)
                        .post("/api/v1/orchestrator/orders/cancel-all?account=" + annsAccount, null)
                        .status())
                .isEqualTo(200);
        assertThat(user(ann)
                        .post("/api/v1/orchestrator/orders/cancel-all?account=" + newAccount(), null)
                        .status())
                .as("whose an account is that was never asked for, nobody knows")
                .isEqualTo(503);
    }

    private Reply owner(Neighbour.Call call) {
        String of = call.path().substring("/api/v1/owners/".length());
        if (call.query() == null) {
            String owner = owners.get(of);
            return owner == null ? Reply.problem(404, "NOT_FOUND") : Reply.ok("{\"owner\":\"%s\"}".formatted(owner));
        }
        return Reply.ok(owners.entrySet().stream()
                .filter(one -> one.getKey().startsWith(of + "/") && call.query().contains("owner=" + one.getValue()))
                .map(one -> "\"" + one.getKey().substring(of.length() + 1) + "\"")
                .collect(Collectors.joining(",", "{\"ids\":[", "]}")));
    }

    private SuiteClient user(String name) {
        return http.as(name, List.of(), "trade:read", "trade:execute", "portfolio:write");
    }

    private String approval(String account) {
        return http.with("internal")
                .post("/api/v1/approvals", ApprovalsIT.question(account, ""))
                .json()
                .path("id")
                .asString();
    }

    private String webhook(String account) {
        return http.with("portfolio:write")
                .post(WEBHOOKS, "{\"strategy\":\"breakout\",\"account_id\":\"%s\"}".formatted(account))
                .json()
                .path("webhook_id")
                .asString();
    }

    private String stop(String account) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        INSERT INTO trading_stop
                            (id, level, account_id, reason, asked_by, asked_at, state, step, attempts, ended_at)
                        VALUES (?, 'HALT', ?, 'as the test wants', 'tester', now(), 'DONE', 'HALT', 0, now())
                        """)
                .params(id, account)
                .update();
        return id.toString();
    }

    private String cycle(String portfolio) {
        UUID id = Ids.next();
        jdbc.sql(
                        """
                        INSERT INTO cycle (cycle_id, portfolio_id, strategy_queue, trigger, status, due_at, ended_at)
                        VALUES (?, ?, 'momentum', 'REQUEST', 'FAILED', now(), now())
                        """)
                .param(id)
                .param(Long.valueOf(portfolio))
                .update();
        return id.toString();
    }

    private static String send(String account) {
        return eurusd(account, ",\"auto_execute\":true");
    }

    private static String named(String body) {
        return body.replaceFirst("\\{", "{\"account_id\":\"%s\",");
    }

    private static String orderOf(Answer executed) {
        return executed.json().at("/execution_result/order_id").asString();
    }

    private static String decisionOf(Answer decided) {
        return decided.json().path("decision_id").asString();
    }
}
