package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Analyze: what is asked of whom, and what becomes of the answers. */
class TradeFlowIT extends OrchestratorTest {

    private static final String WHAT_IF = ",\"account_balance\":10000";

    @Test
    void analyzeAnswersTheWholeDecision() {
        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.status()).isEqualTo(200);
        JsonNode decision = answer.json();
        assertThat(decision.path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(decision.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(decision.path("can_execute").booleanValue()).isTrue();
        assertThat(decision.path("lot_size").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(decision.path("risk_level").asString()).isEqualTo("safe");
        assertThat(decision.path("label").asString()).isEqualTo("PAPER");
        assertThat(decision.at("/workflow/brain_signal/signal").asString()).isEqualTo("BUY");
        assertThat(decision.at("/workflow/position_sizing/lot_size").decimalValue())
                .isEqualByComparingTo("0.4");
        assertThat(decision.at("/workflow/risk_checks").size()).isEqualTo(6);
        assertThat(decision.path("execution_time_ms").doubleValue()).isPositive();
        assertThat(decision.at("/timings_ms/brain").doubleValue()).isPositive();
        assertThat(decision.path("requested_at").asString()).endsWith("Z");
        assertThat(decision.path("execution_result").isMissingNode()).isTrue();
        assertThat(decision.at("/reasons/0/code").asString()).isEqualTo("ALL_CHECKS_PASSED");
        // 1.0835 - 50 x 0.0001
        assertThat(decision.path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(decision.path("warnings")).isEmpty();
        assertThat(NEIGHBOURS.portfolio.calls())
                .as("a what-if needs no account")
                .isEmpty();
    }

    @Test
    void neighboursAreAskedWithTheRequestAndATokenOfTheService() {
        reader().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .post(ANALYZE, eurusd(WHAT_IF + ",\"indicators\":{\"rsi\":28},\"side\":\"BUY\""));

        Neighbour.Call brain = NEIGHBOURS.decisions().getFirst();
        assertThat(brain.path()).isEqualTo("/api/v1/brain/decide");
        assertThat(brain.authorization()).startsWith("Bearer ");
        assertThat(brain.traceparent()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(brain.body().at("/indicators/rsi").doubleValue()).isEqualTo(28);
        Neighbour.Call sizing = NEIGHBOURS.sizing.calls().getFirst();
        assertThat(sizing.body().path("account_balance").decimalValue()).isEqualByComparingTo("10000");
        assertThat(sizing.body().path("stop_loss_pips").decimalValue()).isEqualByComparingTo("50");
        assertThat(sizing.body().path("risk_strategy").asString()).isEqualTo("fixed_risk");
        Neighbour.Call risk = NEIGHBOURS.risk.calls().getFirst();
        assertThat(risk.path()).isEqualTo("/api/v1/risk/check");
        assertThat(risk.body().at("/what_if/equity").decimalValue()).isEqualByComparingTo("10000");
        assertThat(risk.body().path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(risk.body().path("account_id").isMissingNode()).isTrue();
    }

    @Test
    void sizesAgainstTheAccountInTheBooksWithoutAWhatIf() {
        NEIGHBOURS.account("12345.67");

        Answer answer = reader().post(ANALYZE, eurusd(",\"account_id\":\"main\""));

        assertThat(answer.json().path("account_id").asString()).isEqualTo("main");
        assertThat(NEIGHBOURS.portfolio.calls().getFirst().path()).isEqualTo("/api/v1/accounts/main");
        assertThat(NEIGHBOURS
                        .sizing
                        .calls()
                        .getFirst()
                        .body()
                        .path("account_balance")
                        .decimalValue())
                .isEqualByComparingTo("12345.67");
        assertThat(NEIGHBOURS.risk.calls().getFirst().body().path("account_id").asString())
                .isEqualTo("main");
    }

    @Test
    void brainAndBooksAreAskedAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        Neighbour.Behaviour together = call -> {
            both.countDown();
            try {
                assertThat(both.await(1, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Reply.problem(503, "SERVICE_OFFLINE");
        };
        NEIGHBOURS.brain.answers(together);
        NEIGHBOURS.portfolio.answers(together);

        reader().post(ANALYZE, eurusd(""));

        assertThat(both.getCount()).as("both were under way together").isZero();
    }

    @Test
    void holdStopsAfterTheBrain() {
        NEIGHBOURS.signal(SignalAction.HOLD);

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("decision").asString()).isEqualTo("HOLD");
        assertThat(answer.json().path("can_execute").booleanValue()).isFalse();
        assertThat(answer.json().path("side").isMissingNode()).isTrue();
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("SIGNAL_IS_HOLD");
        assertThat(answer.json().at("/reasons/1/code").asString()).isEqualTo("SCORE_BETWEEN_THRESHOLDS");
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();
        assertThat(NEIGHBOURS.risk.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",\"side\":\"SELL\"", ",\"take_profit_price\":1.07"})
    void signalForTheOtherSideIsHold(String wantsToSell) {
        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF + wantsToSell));

        assertThat(answer.json().path("decision").asString()).isEqualTo("HOLD");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("SIDE_DISAGREES");
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();
    }

    @Test
    void sellHasItsStopAboveTheEntry() {
        NEIGHBOURS.signal(SignalAction.SELL);

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.json().path("side").asString()).isEqualTo("SELL");
        assertThat(answer.json().path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0885");
    }

    @Test
    void deniedTradeIsRejectedWithTheDenials() {
        NEIGHBOURS.deny();

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().path("can_execute").booleanValue()).isFalse();
        assertThat(answer.json().path("risk_level").asString()).isEqualTo("critical");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("RISK_DENIED");
        assertThat(answer.json().at("/reasons/1/code").asString()).isEqualTo("DAILY_LOSS_LIMIT");
        assertThat(answer.json().at("/workflow/risk_checks").size()).isEqualTo(6);
    }

    @Test
    void sizeCountsTheMarginOfPositionsAndOfOrdersOnTheirWay() {
        NEIGHBOURS.margin("60", "1000", "250");

        reader().post(ANALYZE, eurusd(newAccount(), ""));

        JsonNode margin = NEIGHBOURS.sizing.calls().getFirst().body().path("margin");
        assertThat(margin.path("limit_percent").decimalValue()).isEqualByComparingTo("60");
        assertThat(margin.path("used").decimalValue()).isEqualByComparingTo("1000");
        assertThat(margin.path("reserved").decimalValue()).isEqualByComparingTo("250");
    }

    @Test
    void refusedSizeIsRejectedWithTheRefusal() {
        NEIGHBOURS.refuseSize("BELOW_MINIMUM_LOT", "0.004 lots are below 0.01");

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo("SIZE_REFUSED");
        assertThat(answer.json().at("/reasons/1/code").asString()).isEqualTo("BELOW_MINIMUM_LOT");
        assertThat(NEIGHBOURS.risk.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"brain, BRAIN", "sizing, SIZING", "risk, RISK", "portfolio, BOOKS"})
    void neighbourThatIsDownSlowOrBrokenRejectsTheTrade(String name, String reason) {
        Neighbour neighbour = neighbour(name);

        neighbour.close();
        assertRejected(reader().post(ANALYZE, eurusd("")), reason + "_UNAVAILABLE", "OFFLINE");

        neighbour.start();
        neighbour.answers(_ -> Reply.problem(500, "INTERNAL"));
        assertRejected(reader().post(ANALYZE, eurusd("")), reason + "_UNAVAILABLE", "ERROR");

        neighbour.answers(_ -> Reply.problem(403, "FORBIDDEN"));
        assertRejected(reader().post(ANALYZE, eurusd("")), reason + "_UNAVAILABLE", "403");

        neighbour.answers(_ -> Reply.ok("{\"signal\": \"MAYBE\""));
        assertRejected(reader().post(ANALYZE, eurusd("")), reason + "_UNAVAILABLE", "ERROR");

        neighbour.answers(_ -> {
            park(3);
            return Reply.ok("{}");
        });
        assertRejected(reader().post(ANALYZE, eurusd("")), reason + "_UNAVAILABLE", "TIMEOUT");
    }

    @Test
    void openCircuitRejectsWithoutACall() {
        NEIGHBOURS.sizing.answers(_ -> Reply.problem(503, "SERVICE_OFFLINE"));
        for (int i = 0; i < 10; i++) {
            reader().post(ANALYZE, eurusd(WHAT_IF));
        }
        NEIGHBOURS.sizing.forgetCalls();

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertRejected(answer, "SIZING_UNAVAILABLE", "CIRCUIT_OPEN");
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();
    }

    @Test
    void accountThatIsNotInTheBooksIsRejected() {
        NEIGHBOURS.portfolio.answers(_ -> Reply.problem(404, "NOT_FOUND"));

        assertRejected(reader().post(ANALYZE, eurusd(",\"account_id\":\"nobody\"")), "ACCOUNT_UNKNOWN", "nobody");
    }

    @Test
    void accountWithoutEquityIsRejected() {
        NEIGHBOURS.account("-5");

        assertRejected(reader().post(ANALYZE, eurusd("")), "SIZE_REFUSED", "-5 USD");
    }

    @Test
    void faultTheBrainFindsInTheCandlesIsTheCallers() {
        NEIGHBOURS.brain.answers(
                _ -> new Reply(
                        400,
                        """
                        {"type":"urn:problem:validation-failed","title":"t","status":400,"detail":"Not valid",
                         "code":"VALIDATION_FAILED",
                         "errors":[{"field":"candles[3].high","code":"RANGE","message":"is below the close"}]}
                        """));

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo("candles[3].high");
    }

    @Test
    void whatIsLeftOutIsFilledInWithAWarning() {
        Answer answer =
                reader().post(ANALYZE, "{\"symbol\":\"eurusd\",\"current_price\":1.0835,\"account_balance\":10000}");

        assertThat(codes(answer, "warnings"))
                .containsExactlyInAnyOrder("STOP_LOSS_DEFAULTED", "RISK_PERCENT_DEFAULTED");
        assertThat(answer.json().path("symbol").asString()).isEqualTo("EURUSD");
        JsonNode asked = NEIGHBOURS.sizing.calls().getFirst().body();
        // Twice the average true range of 0.0012.
        assertThat(asked.path("stop_loss_pips").decimalValue()).isEqualByComparingTo("24");
        assertThat(asked.path("risk_percent").decimalValue()).isEqualByComparingTo("2");
    }

    @Test
    void leverageAboveTwentyWarns() {
        String body = eurusd(WHAT_IF).replace("\"leverage\":1", "\"leverage\":%s");

        assertThat(codes(reader().post(ANALYZE, body.formatted("20")), "warnings"))
                .isEmpty();
        assertThat(codes(reader().post(ANALYZE, body.formatted("21")), "warnings"))
                .containsExactly("HIGH_LEVERAGE");
    }

    @Test
    void volatilityTakesItsStopFromTheAtrOfTheBrain() {
        Answer answer = reader().post(
                        ANALYZE,
                        """
                        {"symbol":"EURUSD","current_price":1.0835,"account_balance":10000,"risk_percent":2,
                         "risk_strategy":"volatility","atr_multiplier":2}
                        """);

        JsonNode asked = NEIGHBOURS.sizing.calls().getFirst().body();
        assertThat(asked.at("/volatility/atr").decimalValue()).isEqualByComparingTo("0.0012");
        assertThat(asked.at("/volatility/multiplier").decimalValue()).isEqualByComparingTo("2");
        assertThat(asked.path("stop_loss_pips").isMissingNode()).isTrue();
        // Sizing answers 24 pips, 2 x 0.0012: 1.0835 - 0.0024.
        assertThat(answer.json().path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0811");
        assertThat(codes(answer, "warnings")).isEmpty();
    }

    @Test
    void decisionOnHistoryIsLabelledAndCannotExecute() {
        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF + ",\"as_of\":\"2025-06-02T10:00:00Z\""));

        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(answer.json().path("label").asString()).isEqualTo("BACKTEST");
        assertThat(answer.json().path("can_execute").booleanValue()).isFalse();
        assertThat(codes(answer, "warnings")).containsExactly("BACKTEST_CANNOT_EXECUTE");
        assertThat(NEIGHBOURS.decisions().getFirst().body().path("as_of").asString())
                .isEqualTo("2025-06-02T10:00:00Z");
        assertThat(NEIGHBOURS.risk.calls().getFirst().body().path("as_of").asString())
                .isEqualTo("2025-06-02T10:00:00Z");
    }

    @Test
    void holdTradesNothingAndTellsTheStatedSide() {
        NEIGHBOURS.signal(SignalAction.HOLD);

        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF + ",\"side\":\"SELL\""));

        assertThat(answer.json().path("decision").asString()).isEqualTo("HOLD");
        assertThat(answer.json().path("lot_size").decimalValue()).isEqualByComparingTo("0");
        assertThat(answer.json().path("side").asString()).isEqualTo("SELL");
        assertThat(answer.json().path("risk_level").isMissingNode())
                .as("no check has run")
                .isTrue();
    }

    @Test
    void ratesAreAskedForOnlyWhereTheyAreNeeded() {
        reader().post(ANALYZE, eurusd(WHAT_IF).replace("EURUSD", "USDJPY").replace("1.0835", "150"));
        reader().post(
                        ANALYZE,
                        eurusd(WHAT_IF + ",\"conversion_rates\":{\"GBPUSD\":1.27}")
                                .replace("EURUSD", "EURGBP")
                                .replace("1.0835", "0.85"));

        assertThat(NEIGHBOURS.brain.calls())
                .as("the price of what is traded is, to compare with the stated one")
                .noneMatch(call -> call.path().endsWith("/latest")
                        && String.valueOf(call.query()).contains("GBPUSD"));
    }

    @Test
    void freshRateIsUsedAndAStaleOneIsNot() {
        String body = eurusd(WHAT_IF).replace("EURUSD", "EURGBP").replace("1.0835", "0.85");
        latest("GBPUSD", "1.27", Instant.now().minusSeconds(60));
        reader().post(ANALYZE, body);
        assertThat(NEIGHBOURS
                        .sizing
                        .calls()
                        .getFirst()
                        .body()
                        .at("/conversion_rates/GBPUSD")
                        .decimalValue())
                .isEqualByComparingTo("1.27");

        NEIGHBOURS.sizing.forgetCalls();
        latest("GBPUSD", "1.27", Instant.now().minusSeconds(5 * 24 * 3600));
        Answer stale = reader().post(ANALYZE, body);
        assertThat(codes(stale, "warnings")).containsExactly("PRICE_UNVERIFIED", "CONVERSION_RATE_STALE");
        assertThat(NEIGHBOURS.sizing.calls().getFirst().body().path("conversion_rates"))
                .isEmpty();
    }

    @Test
    void quickAnalyzeIsTheSameWithParameters() {
        String path = "/api/v1/orchestrator/quick-analyze"
                + "?symbol=EURUSD&current_price=1.0835&stop_loss_pips=50&risk_percent=2.0&risk_strategy=fixed_risk";

        Answer got = reader().get(path);
        Answer posted = reader().post(path, null);

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(got.json().path("lot_size").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(got.json().path("account_id").asString()).isEqualTo("main");
        assertThat(posted.json().path("input_hash")).isEqualTo(got.json().path("input_hash"));
    }

    @Test
    void decisionCanBeReadAgain() {
        Answer decided = reader().post(ANALYZE, eurusd(WHAT_IF));
        String id = decided.json().path("decision_id").asString();

        Answer read = reader().get("/api/v1/orchestrator/decisions/" + id);

        assertThat(read.status()).isEqualTo(200);
        assertThat(read.json()).isEqualTo(decided.json());
        assertThat(read.text()).as("the fields in the order of the record").startsWith("{\"decision_id\"");
    }

    @Test
    void modelGoesToTheBrainAndIntoTheDocument() {
        Answer answer = reader().post(ANALYZE, eurusd(WHAT_IF + ",\"model\":\"votes\""));

        assertThat(NEIGHBOURS.decisions().getFirst().body().path("model").asString())
                .isEqualTo("votes");
        assertThat(answer.json().path("model").asString()).isEqualTo("votes");
        assertThat(answer.json().path("source").asString()).isEqualTo("signal");
        assertThat(reader().post(ANALYZE, eurusd(WHAT_IF)).json().path("model").isMissingNode())
                .isTrue();
    }

    @Test
    void unknownDecisionIsNotFound() {
        assertThat(reader().get("/api/v1/orchestrator/decisions/01890a5d-ac96-774b-bcce-b302099a8057")
                        .status())
                .isEqualTo(404);
        Answer noId = reader().get("/api/v1/orchestrator/decisions/seven");
        assertThat(noId.status()).isEqualTo(400);
        assertThat(noId.json().at("/errors/0/field").asString()).isEqualTo("id");
    }

    @Test
    void sameQuestionOnTheSameDataHasTheSameHash() {
        String first = hash(eurusd(WHAT_IF));

        assertThat(hash(eurusd(WHAT_IF))).isEqualTo(first);
        assertThat(hash(eurusd(",\"account_balance\":10001"))).isNotEqualTo(first);
        NEIGHBOURS.size("0.3");
        assertThat(hash(eurusd(WHAT_IF))).isNotEqualTo(first);
    }

    @Test
    void traceOfTheRequestIsInTheDocument() {
        Answer answer = reader().header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .post(ANALYZE, eurusd(WHAT_IF));

        assertThat(answer.json().path("trace_id").asString()).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void analyzeNeverSendsAnOrder() {
        Answer answer = reader().post(ANALYZE, eurusd(",\"auto_execute\":true"));

        assertThat(answer.json().path("decision").asString()).isEqualTo("PROCEED");
        assertThat(answer.json().path("execution_result").isMissingNode()).isTrue();
        assertThat(NEIGHBOURS.risk.calls()).noneMatch(call -> call.path().endsWith("/reservations"));
    }

    @Test
    void decisionsAreCounted() {
        NEIGHBOURS.deny();
        reader().post(ANALYZE, eurusd(WHAT_IF));

        assertThat(http.get("/actuator/prometheus").text())
                .containsPattern("suite_decisions_total\\{.*decision=\"REJECT\".*reason=\"RISK_DENIED\".*} [1-9]")
                .contains("suite_decision_step_seconds_count{application=\"orchestrator-service\",step=\"brain\"}");
    }

    @Test
    void timesOfTheStepsAddUpToNoMoreThanTheWhole() {
        JsonNode decision = reader().post(ANALYZE, eurusd(WHAT_IF)).json();

        double steps = decision.at("/timings_ms/brain").doubleValue()
                + decision.at("/timings_ms/sizing").doubleValue()
                + decision.at("/timings_ms/risk").doubleValue();
        assertThat(steps).isLessThanOrEqualTo(decision.path("execution_time_ms").doubleValue() + 0.01);
        assertThat(decision.path("execution_time_ms").doubleValue()).isCloseTo(steps, within(2_000.0));
    }

    private String hash(String body) {
        return reader().post(ANALYZE, body).json().path("input_hash").asString();
    }

    private static void latest(String symbol, String price, Instant at) {
        NEIGHBOURS.brain.answers(call -> call.path().endsWith("/latest")
                ? Reply.ok("{\"prices\":[{\"symbol\":\"%s\",\"price\":%s,\"at\":\"%s\"}]}".formatted(symbol, price, at))
                : Neighbours.decision(SignalAction.BUY, call));
    }

    private static Neighbour neighbour(String name) {
        return switch (name) {
            case "brain" -> NEIGHBOURS.brain;
            case "sizing" -> NEIGHBOURS.sizing;
            case "risk" -> NEIGHBOURS.risk;
            default -> NEIGHBOURS.portfolio;
        };
    }

    private static void assertRejected(Answer answer, String reason, String message) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("decision").asString()).isEqualTo("REJECT");
        assertThat(answer.json().path("can_execute").booleanValue()).isFalse();
        assertThat(answer.json().at("/reasons/0/code").asString()).isEqualTo(reason);
        assertThat(answer.json().at("/reasons/0/message").asString()).contains(message);
    }

    static List<String> codes(Answer answer, String field) {
        return answer.json()
                .path(field)
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    private static void park(int seconds) {
        LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }
}
