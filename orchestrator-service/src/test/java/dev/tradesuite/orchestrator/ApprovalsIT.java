package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.orchestrator.approval.ApprovalService;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.TestTopic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Approvals over HTTP: of trades above 5,000,000 USD, and of what other services ask for. */
class ApprovalsIT extends OrchestratorTest {

    static final String REASON = "{\"reason\":\"as agreed\"}";

    private static final String APPROVALS = "/api/v1/approvals";
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String HASH = "ab".repeat(32);

    private final String account = newAccount();

    @Autowired
    private ApprovalService service;

    /** 100 lots of NZDUSD at 0.6000 are 6,000,000 USD. No other test trades it. */
    @BeforeEach
    void marketIsKnown() {
        // A test before may have closed what a kept connection led to.
        reader().post(ANALYZE, eurusd(newAccount(), ""));
        NEIGHBOURS.size("100");
        marketIsAt("0.6000");
    }

    @AfterEach
    void marketIsForgotten() {
        jdbc.sql("DELETE FROM market_price WHERE symbol = 'NZDUSD'").update();
    }

    @Test
    void largeTradeIsAcceptedAndWaits() {
        SuiteClient withKey = trader().header("Idempotency-Key", newAccount());
        Answer answer = withKey.post(EXECUTE, nzdusd());

        assertThat(answer.status()).isEqualTo(202);
        JsonNode result = answer.json().path("execution_result");
        assertThat(result.path("status").asString()).isEqualTo("pending_approval");
        assertThat(result.has("order_id")).isFalse();
        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("APPROVAL_NEEDED");
        assertThat(NEIGHBOURS.risk.calls()).noneMatch(call -> call.path().endsWith("/reservations"));
        assertThat(orders()).isEmpty();

        String id = result.path("approval_id").asString();
        JsonNode approval = approver("bob").get(APPROVALS + "/" + id).json();
        assertThat(approval.path("state").asString()).isEqualTo("PENDING");
        assertThat(approval.path("kind").asString()).isEqualTo("TRADE");
        assertThat(approval.path("account_id").asString()).isEqualTo(account);
        assertThat(approval.at("/payload/lots").decimalValue()).isEqualByComparingTo("100");
        assertThat(approval.at("/payload/decision_id").asString())
                .isEqualTo(answer.json().path("decision_id").asString());
        assertThat(approval.at("/payload/client_order_id").asString())
                .isEqualTo(result.path("client_order_id").asString());
        assertThat(approval.path("checks").size()).isPositive();

        Answer repeated = withKey.post(EXECUTE, nzdusd());
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.text()).isEqualTo(answer.text());
        assertThat(reader().get("/api/v1/orchestrator/decisions/"
                                + answer.json().path("decision_id").asString())
                        .text())
                .isEqualTo(answer.text());
    }

    @Test
    void analysisSaysThatItWouldWait() {
        Answer answer = reader().post(ANALYZE, nzdusd().replace(",\"auto_execute\":true", ""));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("warnings").valueStream())
                .extracting(warning -> warning.path("code").asString())
                .contains("APPROVAL_NEEDED");
    }

    @Test
    void approvedTradeIsSentOnceAndTheWorldHearsOfIt() {
        String id;
        try (TestTopic events = TestTopic.of(Topics.APPROVALS_EVENTS)) {
            id = pending();
            String path = APPROVALS + "/" + id;
            SuiteClient bob = approver("bob").header("Idempotency-Key", newAccount());
            Answer answer = bob.post(path + "/approve", REASON);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json().path("state").asString()).isEqualTo("EXECUTED");
            assertThat(answer.json().path("decided_by").asString()).isEqualTo("bob");
            assertThat(answer.json().path("reason").asString()).isEqualTo("as agreed");
            List<JsonNode> orders = orders();
            assertThat(orders).hasSize(1);
            assertThat(orders.getFirst().path("status").asString()).isEqualTo("filled");
            assertThat(orders.getFirst().path("client_order_id").asString()).isEqualTo("ts-" + id);
            JsonNode decision = reader().get("/api/v1/orchestrator/decisions/"
                            + answer.json().path("decision_id").asString())
                    .json();
            assertThat(decision.at("/execution_result/status").asString()).isEqualTo("filled");

            assertThat(bob.post(APPROVALS + "/" + id + "/approve", REASON).text())
                    .isEqualTo(answer.text());
            assertThat(events.await(3, message -> path.endsWith(String.valueOf(message.key()))))
                    .extracting(message -> message.json().path("type").asString())
                    .containsExactly("approval.requested", "approval.approved", "approval.executed");
        }
        Answer late = approver("eve").post(APPROVALS + "/" + id + "/reject", REASON);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("code").asString()).isEqualTo("APPROVAL_DECIDED");
        assertThat(orders()).hasSize(1);
    }

    /** 100 lots of NZDUSD, as the first of a rebalancing that somebody has approved; under another key they wait. */
    @Test
    void orderOfAnApprovedRebalancingDoesNotWaitAgain() {
        String key = "rb-" + account;
        String id = http.with("internal")
                .post(
                        APPROVALS,
                        """
                        {"kind":"REBALANCE","subject":"rebalancing 1","account_id":"%s","summary":"one order",
                         "payload":{"valid_for_seconds":900,"orders":[
                           {"number":1,"client_order_id":"%s","strategy":"kiwi","symbol":"NZDUSD","side":"BUY","lots":100,
                            "limit_price":0.6030,"stop_loss_price":0.5950,"notional":6000000}]},
                         "payload_hash":"%s","asked_by":"ann"}"""
                                .formatted(account, key, HASH))
                .json()
                .path("id")
                .asString();
        assertThat(place(key, id).status()).as("nobody has approved it").isEqualTo(202);
        approver("bob").post(APPROVALS + "/" + id + "/approve", REASON);

        Answer placed = place(key, id);

        assertThat(placed.status()).as(placed.text()).isEqualTo(200);
        assertThat(placed.json().at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(place("other-" + account, id).status()).isEqualTo(202);
        assertThat(place(key, id).status()).as("the key is taken").isEqualTo(409);
        assertThat(orders()).hasSize(1);
    }

    private Answer place(String key, String approval) {
        return trader().post(
                        ORDERS,
                        """
                        {"account_id":"%s","symbol":"NZDUSD","side":"BUY","lots":100,"type":"limit","limit_price":0.6030,
                         "time_in_force":"ioc","stop_loss":{"price":0.5950},"strategy":"kiwi","client_order_id":"%s",
                         "approval":{"approval_id":"%s","number":1}}"""
                                .formatted(account, key, approval));
    }

    @Test
    void marketThatHasMovedIsNotTradedAt() {
        String id = pending();
        // 0.5 % of 0.6 are 0.003.
        marketIsAt("0.6031");

        JsonNode ended =
                approver("bob").post(APPROVALS + "/" + id + "/approve", REASON).json();

        assertThat(ended.path("state").asString()).isEqualTo("NOT_EXECUTED");
        assertThat(ended.at("/changes/0/code").asString()).isEqualTo("APPROVED_PRICE_MOVED");
        assertThat(orders()).isEmpty();
    }

    @Test
    void riskThatDeniesByNowCounts() {
        String id = pending();
        NEIGHBOURS.deny();

        JsonNode ended =
                approver("bob").post(APPROVALS + "/" + id + "/approve", REASON).json();

        assertThat(ended.path("state").asString()).isEqualTo("NOT_EXECUTED");
        assertThat(ended.path("changes").valueStream())
                .extracting(change -> change.path("code").asString())
                .containsExactly("RISK_DENIED", "DAILY_LOSS_LIMIT");
        assertThat(orders()).allMatch(order -> order.path("status").asString().equals("denied"));
    }

    @Test
    void ofManyThatDecideAtOnceOneWins() throws InterruptedException, ExecutionException {
        String id = pending();
        List<Future<Answer>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 6; i++) {
                String what = i % 2 == 0 ? "/approve" : "/reject";
                answers.add(threads.submit(() -> approver("bob").post(APPROVALS + "/" + id + what, REASON)));
            }
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
        }

        assertThat(statuses).containsOnlyOnce(200).contains(409).containsOnly(200, 409);
        assertThat(orders()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void oneThatNobodyDecidesExpires() {
        String touched = pending();
        String swept = pending();
        jdbc.sql("UPDATE approval SET expires_at = now() - interval '1 second' WHERE account_id = ?")
                .param(account)
                .update();

        Answer late = approver("bob").post(APPROVALS + "/" + touched + "/approve", REASON);
        service.expireOverdue();

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).contains("EXPIRED");
        assertThat(jdbc.sql("SELECT state FROM approval WHERE id = ?")
                        .param(UUID.fromString(swept))
                        .query(String.class)
                        .single())
                .isEqualTo("EXPIRED");
        assertThat(orders()).isEmpty();
    }

    @Test
    void healthTellsHowApprovalsStandAndStaysUp() {
        JsonNode before = approvalsHealth();
        pending();
        pending();
        jdbc.sql("UPDATE approval SET expires_at = now() - interval '1 second' WHERE account_id = ?")
                .param(account)
                .update();
        service.expireOverdue();
        pending();

        JsonNode after = approvalsHealth();
        assertThat(after.path("status").asString()).isEqualTo("UP");
        assertThat(more(before, after, "pending")).isEqualTo(1);
        assertThat(more(before, after, "expired_last_24_hours")).isEqualTo(2);
        assertThat(more(before, after, "interrupted")).isZero();
    }

    private JsonNode approvalsHealth() {
        return reader().get("/actuator/health").json().at("/components/approvals");
    }

    private static long more(JsonNode before, JsonNode after, String detail) {
        return after.at("/details/" + detail).longValue()
                - before.at("/details/" + detail).longValue();
    }

    @Test
    void serviceAsksAndLearnsWhatWasDecided() {
        SuiteClient internal = http.with("internal", "trade:read").header("Idempotency-Key", newAccount());
        Answer asked = internal.post(APPROVALS, question(account, ",\"expires_in_seconds\":60"));
        assertThat(asked.status()).isEqualTo(200);
        assertThat(internal.post(APPROVALS, question(account, ",\"expires_in_seconds\":60"))
                        .text())
                .isEqualTo(asked.text());
        String id = asked.json().path("id").asString();

        approver("bob").post(APPROVALS + "/" + id + "/approve", REASON);

        JsonNode approval = internal.get(APPROVALS + "/" + id).json();
        assertThat(approval.path("state").asString()).isEqualTo("APPROVED");
        assertThat(approval.path("payload_hash").asString()).isEqualTo(HASH);
        assertThat(approval.at("/payload/lines/0/quantity").decimalValue()).isEqualByComparingTo("1.25");
        assertThat(approval.at("/checks/0/name").asString()).isEqualTo("drift");
        assertThat(approval.has("ended_at")).isTrue();
    }

    @Test
    void listIsApprovedEachForItself() {
        String good = asked();
        String other = asked();
        String unknown = UUID.randomUUID().toString();
        String items = "{\"reason\":\"as agreed\",\"items\":[%s,%s,%s]}"
                .formatted(item(good, HASH), item(other, "cd".repeat(32)), item(unknown, HASH));

        JsonNode answer = approver("bob").post(APPROVALS + "/approve", items).json();

        assertThat(answer.at("/items/0/approval/state").asString()).isEqualTo("APPROVED");
        assertThat(answer.at("/items/1/code").asString()).isEqualTo("APPROVAL_CHANGED");
        assertThat(answer.at("/items/2/code").asString()).isEqualTo("NOT_FOUND");
    }

    @Test
    void listComesInPages() {
        List<String> ids = List.of(asked(), asked(), asked());
        List<String> found = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = approver("bob")
                    .get(APPROVALS + "?state=PENDING&limit=2" + cursor)
                    .json();
            page.path("approvals")
                    .valueStream()
                    .forEach(each -> found.add(each.path("id").asString()));
            cursor = page.has("next_cursor")
                    ? "&cursor=" + page.path("next_cursor").asString()
                    : "";
        } while (!cursor.isEmpty());

        assertThat(found).doesNotHaveDuplicates().containsSubsequence(ids.reversed());
    }

    @Test
    void alertAboveTheLimitWaitsAndSaysSo() {
        Answer made = http.with("risk:admin", "trade:execute")
                .post(
                        "/api/v1/webhooks/tradingview",
                        "{\"strategy\":\"breakout\",\"account_id\":\"%s\",\"auto_execute\":true}".formatted(account));

        Answer alert = http.header("Content-Type", "application/json")
                .post(made.json().path("path").asString(), "{\"symbol\":\"NZDUSD\",\"side\":\"buy\",\"price\":0.6}");

        assertThat(alert.status()).isEqualTo(200);
        assertThat(alert.json().at("/decision/execution_result/status").asString())
                .isEqualTo("pending_approval");
        assertThat(orders()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":\"TRADE\"}                 | kind",
                "{\"kind\":\"DINNER\"}                | kind",
                "{\"subject\":\"\"}                   | subject",
                "{\"payload\":{}}                     | payload",
                "{\"payload_hash\":\"abc\"}           | payload_hash",
                "{\"expires_in_seconds\":0}           | expires_in_seconds",
                "{\"expires_in_seconds\":99999999} | expires_in_seconds",
                "{\"colour\":\"red\"}                 | colour"
            })
    void questionThatIsWrongIsRefused(String wrong, String field) {
        ObjectNode body = (ObjectNode) JSON.readTree(question(account, ""));
        body.setAll((ObjectNode) JSON.readTree(wrong));

        Answer answer = http.with("internal").post(APPROVALS, JSON.writeValueAsString(body));

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/approve | {\"reason\":\"x\",\"items\":[]} | items",
                "/approve |"
                    + " {\"items\":[{\"id\":\"019b0000-0000-7000-8000-000000000000\",\"hash\":\"x\"}],\"reason\":\"x\"}"
                    + " | items[0].hash",
                "/019b0000-0000-7000-8000-000000000000/approve | {} | reason",
                "/019b0000-0000-7000-8000-000000000000/reject | {\"reason\":\" \"} | reason"
            })
    void decisionThatIsWrongIsRefused(String path, String body, String field) {
        String id = asked();
        Answer answer =
                approver("bob").post(APPROVALS + path.replace("019b0000-0000-7000-8000-000000000000", id), body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
    }

    static String question(String account, String more) {
        return """
            {"kind":"REBALANCE","subject":"rebalancing 7","account_id":"%s","summary":"Buy 1.25 AAPL",\
            "payload":{"lines":[{"symbol":"AAPL","quantity":1.25}]},"payload_hash":"%s","asked_by":"ann",\
            "checks":[{"name":"drift","passed":true,"message":"6 of 5 points"}]%s}"""
                .formatted(account, HASH, more);
    }

    static String listed(String id, String hash) {
        return "{\"reason\":\"as agreed\",\"items\":[%s]}".formatted(item(id, hash));
    }

    private static String item(String id, String hash) {
        return "{\"id\":\"%s\",\"hash\":\"%s\"}".formatted(id, hash);
    }

    private String asked() {
        return http.with("internal")
                .post(APPROVALS, question(account, ""))
                .json()
                .path("id")
                .asString();
    }

    private String pending() {
        Answer answer = trader().post(EXECUTE, nzdusd());
        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        return answer.json().at("/execution_result/approval_id").asString();
    }

    private String nzdusd() {
        return """
            {"symbol":"NZDUSD","current_price":0.6000,"stop_loss_pips":50,"risk_percent":2,"account_id":"%s",\
            "auto_execute":true}"""
                .formatted(account);
    }

    private void marketIsAt(String price) {
        jdbc.sql(
                        """
                        INSERT INTO market_price (symbol, price, priced_at) VALUES ('NZDUSD', ?::numeric, now())
                        ON CONFLICT (symbol) DO UPDATE SET price = excluded.price, priced_at = excluded.priced_at
                        """)
                .param(price)
                .update();
    }

    /** Without the stops that protect what they have opened. */
    private List<JsonNode> orders() {
        return reader().get(ORDERS + "?account=" + account)
                .json()
                .path("orders")
                .valueStream()
                .filter(order -> !order.path("reduce_only").booleanValue())
                .toList();
    }

    private SuiteClient approver(String name) {
        return http.as(name, List.of(), "approve", "trade:read", "admin");
    }
}
