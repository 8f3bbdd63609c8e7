package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.SignalAction;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Alerts from charts. */
class WebhookIT extends OrchestratorTest {

    private static final String WEBHOOKS = "/api/v1/webhooks/tradingview";

    private final String account = newAccount();

    @Test
    void webhookIsMadeListedWithoutItsTokenAndRemoved() {
        Answer made = admin().post(
                        WEBHOOKS,
                        "{\"strategy\":\"breakout\",\"account_id\":\"%s\",\"risk_percent\":1,\"auto_execute\":true}"
                                .formatted(account));

        assertThat(made.status()).isEqualTo(201);
        String token = made.json().path("token").asString();
        assertThat(token).as("256 bits in base64url").hasSize(43);
        assertThat(made.json().path("path").asString()).isEqualTo(WEBHOOKS + "/" + token);
        JsonNode listed = admin().get(WEBHOOKS)
                .json()
                .path("webhooks")
                .valueStream()
                .filter(webhook -> webhook.path("account_id").asString().equals(account))
                .findFirst()
                .orElseThrow();
        assertThat(listed.toString()).doesNotContain(token);
        assertThat(listed.path("created_by").asString()).isEqualTo("test");
        assertThat(listed.path("auto_execute").booleanValue()).isTrue();
        assertThat(jdbc.sql("SELECT encode(token_hash, 'escape') FROM webhook WHERE account_id = ?")
                        .param(account)
                        .query(String.class)
                        .single())
                .doesNotContain(token);

        String id = made.json().path("webhook_id").asString();
        assertThat(admin().delete(WEBHOOKS + "/" + id).status()).isEqualTo(204);
        assertThat(admin().delete(WEBHOOKS + "/" + id).status()).isEqualTo(404);
        assertThat(json(token, "{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.0835}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.0835}",
                "{\"ticker\":\"OANDA:EURUSD\",\"action\":\"Buy\",\"close\":\"1.0835\",\"interval\":\"5\",\"comment\":{\"else\":1}}",
                "BUY EURUSD 1.0835",
                "  long FX:EUR/USD 1.0835\n",
                "symbol=EURUSD, side=buy, price=1.0835",
                "action=long;ticker=eurusd;close=1.0835",
                "BUY OANDA:EUR_USD 1.0835 timeframe=1h contracts=0.2"
            })
    void alertIsReadHoweverItIsWritten(String body) {
        String token = webhook(false);

        Answer answer = body.startsWith("{") ? json(token, body) : text(token, body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("duplicate").booleanValue()).isFalse();
        JsonNode decision = answer.json().path("decision");
        assertThat(decision.path("symbol").asString()).isEqualTo("EURUSD");
        assertThat(decision.path("decision").asString()).isEqualTo("PROCEED");
        assertThat(decision.path("account_id").asString()).isEqualTo(account);
        assertThat(decision.path("execution_result").isMissingNode()).isTrue();
        assertThat(NEIGHBOURS.risk.calls().getFirst().body().path("strategy").asString())
                .isEqualTo("breakout");
    }

    @Test
    void jsonInAPlainTextBodyIsJson() {
        Answer answer = text(webhook(false), "{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.0835,\"tp\":1.0935}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/decision/take_profit_price").decimalValue())
                .isEqualByComparingTo("1.0935");
    }

    @Test
    void alertForTheOtherSideThanTheSignalIsHold() {
        Answer answer = text(webhook(false), "SELL EURUSD 1.0835");

        assertThat(answer.json().at("/decision/decision").asString()).isEqualTo("HOLD");
        assertThat(answer.json().at("/decision/reasons/0/code").asString()).isEqualTo("SIDE_DISAGREES");
    }

    @Test
    void alertIsExecutedWhereTheWebhookSaysSo() {
        Answer answer = text(webhook(true), "BUY EURUSD 1.0835 sl=1.0785 tp=1.0935");

        JsonNode decision = answer.json().path("decision");
        assertThat(decision.at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(decision.path("stop_loss_price").decimalValue()).isEqualByComparingTo("1.0785");
        assertThat(orderCount()).isEqualTo(1);
    }

    @Test
    void sameTextAgainIsARepeat() {
        String token = webhook(true);

        Answer first = text(token, "BUY EURUSD 1.0835");
        Answer second = text(token, " buy  EURUSD 1.08350");
        Answer other = text(token, "BUY EURUSD 1.0836");

        assertThat(second.json().path("duplicate").booleanValue()).isTrue();
        assertThat(second.json().path("alert_id")).isEqualTo(first.json().path("alert_id"));
        assertThat(second.json().path("decision")).isEqualTo(first.json().path("decision"));
        assertThat(other.json().path("duplicate").booleanValue()).isFalse();
        assertThat(orderCount()).isEqualTo(2);
    }

    @Test
    void sameIdWithOtherContentIsAnotherAlert() {
        String token = webhook(true);

        text(token, "BUY EURUSD 1.0835 id=Long");
        Answer second = text(token, "BUY GBPUSD 1.2468 id=Long");
        Answer again = text(token, "BUY GBPUSD 1.2468 id=Long");

        assertThat(second.json().path("duplicate").booleanValue()).isFalse();
        assertThat(second.json().at("/decision/symbol").asString()).isEqualTo("GBPUSD");
        assertThat(again.json().path("duplicate").booleanValue()).isTrue();
        assertThat(orderCount()).isEqualTo(2);
    }

    @Test
    void exitOfAStrategyEndsFlatWithoutTheBrain() {
        String token = webhook(true);
        text(token, "BUY EURUSD 1.0835");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.brain.forgetCalls();
        NEIGHBOURS.sizing.forgetCalls();

        Answer exit = json(
                token,
                """
                {"id":"Long","symbol":"EURUSD","action":"sell","contracts":"1","market_position":"flat",
                 "prev_market_position":"long","prev_market_position_size":"1","price":1.0840,"sl_pips":50}
                """);

        JsonNode decision = exit.json().path("decision");
        assertThat(decision.path("side").asString()).as(decision.toString()).isEqualTo("SELL");
        assertThat(decision.path("lot_size").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(decision.at("/execution_result/status").asString()).isEqualTo("filled");
        assertThat(exit.json().path("exit").isMissingNode()).isTrue();
        assertThat(NEIGHBOURS.brain.calls()).noneMatch(call -> call.path().endsWith("/decide"));
        assertThat(NEIGHBOURS.sizing.calls()).isEmpty();
        assertThat(paperLots()).isEqualTo("0");
    }

    @Test
    void wordCloseClosesWhateverIsHeldAndTellsWhenThereIsNothing() {
        String token = webhook(true);
        text(token, "BUY EURUSD 1.0835");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.signal(SignalAction.BUY);

        Answer closed = json(token, "{\"symbol\":\"EURUSD\",\"action\":\"close\",\"price\":1.0840}");
        NEIGHBOURS.account("10000");
        Answer again = json(token, "{\"symbol\":\"EURUSD\",\"action\":\"close\",\"price\":1.0841}");

        assertThat(closed.json().at("/decision/execution_result/status").asString())
                .isEqualTo("filled");
        assertThat(paperLots()).isEqualTo("0");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/decision/decision").asString()).isEqualTo("REJECT");
        assertThat(again.json().at("/decision/reasons/0/code").asString()).isEqualTo("NOTHING_TO_REDUCE");
    }

    @Test
    void exitClosesWhereOnlyReducingIsAllowedAndAnEntryIsDenied() {
        String token = webhook(true);
        text(token, "BUY EURUSD 1.0835");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.restrict(TradingState.REDUCE_ONLY, Side.BUY);

        Answer entry = text(token, "BUY EURUSD 1.0836");
        Answer exit = json(token, "{\"symbol\":\"EURUSD\",\"action\":\"close\",\"price\":1.0840}");

        assertThat(entry.json().at("/decision/decision").asString()).isEqualTo("REJECT");
        assertThat(reasons(entry)).contains("REDUCE_ONLY");
        assertThat(exit.json().at("/decision/execution_result/status").asString())
                .isEqualTo("filled");
        assertThat(paperLots()).isEqualTo("0");
    }

    @Test
    void exitOfAHaltedAccountIsDeniedWithTheReasonAndItsRepeatTellsTheSame() {
        String token = webhook(true);
        text(token, "BUY EURUSD 1.0835");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.restrict(TradingState.HALTED, Side.BUY);
        String close = "{\"symbol\":\"EURUSD\",\"action\":\"close\",\"price\":1.0840}";

        Answer exit = json(token, close);
        Answer repeated = json(token, close);

        assertThat(exit.status()).isEqualTo(200);
        assertThat(exit.json().at("/decision/decision").asString()).isEqualTo("REJECT");
        assertThat(reasons(exit)).containsExactly("RISK_DENIED", "TRADING_HALTED");
        assertThat(reader().get(ORDERS + "?account=" + account)
                        .json()
                        .at("/orders/0/status")
                        .asString())
                .isEqualTo("denied");
        assertThat(paperLots()).as("the position stands").isEqualTo("0.4");
        assertThat(repeated.json().path("duplicate").booleanValue()).isTrue();
        assertThat(repeated.json().path("decision")).isEqualTo(exit.json().path("decision"));
    }

    private static List<String> reasons(Answer answer) {
        return answer.json()
                .at("/decision/reasons")
                .valueStream()
                .map(reason -> reason.path("code").asString())
                .toList();
    }

    @Test
    void reversalClosesAndOpensAndItsRepeatTellsBoth() {
        String token = webhook(true);
        text(token, "BUY EURUSD 1.0835");
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        NEIGHBOURS.signal(SignalAction.SELL);
        NEIGHBOURS.size("0.3");
        String alert =
                """
                {"symbol":"EURUSD","action":"sell","contracts":2,"market_position":"short","market_position_size":1,
                 "prev_market_position":"long","prev_market_position_size":1,"price":1.0840,"time":"2026-01-05T10:00:00Z"}
                """;

        Answer turned = json(token, alert);
        Answer repeated = json(token, alert);

        assertThat(turned.json().at("/exit/lot_size").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(turned.json().at("/decision/lot_size").decimalValue()).isEqualByComparingTo("0.3");
        assertThat(turned.json().at("/decision/execution_result/status").asString())
                .isEqualTo("filled");
        assertThat(paperLots()).isEqualTo("-0.3");
        assertThat(repeated.json().path("duplicate").booleanValue()).isTrue();
        assertThat(repeated.json().path("exit")).isEqualTo(turned.json().path("exit"));
        assertThat(repeated.json().path("decision")).isEqualTo(turned.json().path("decision"));
    }

    @Test
    void webhookThatFollowsTakesTheAlertForTheSignalAndItsSizeWithinTheCap() {
        NEIGHBOURS.signal(SignalAction.SELL);
        String token = webhook(true, ",\"mode\":\"follow\",\"max_lots\":0.5");

        Answer sized = text(token, "BUY EURUSD 1.0835 lots=0.4");
        Answer tooMuch = text(token, "BUY EURUSD 1.0835 lots=0.6");

        assertThat(sized.json().at("/decision/source").asString()).isEqualTo("direct");
        assertThat(sized.json().at("/decision/execution_result/status").asString())
                .isEqualTo("filled");
        assertThat(NEIGHBOURS.sizing.calls().getFirst().body().path("lots").decimalValue())
                .isEqualByComparingTo("0.4");
        assertThat(NEIGHBOURS.brain.calls()).noneMatch(call -> call.path().endsWith("/decide"));
        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.json().at("/errors/0/field").asString()).isEqualTo("lots");
        assertThat(orderCount()).isEqualTo(1);
    }

    @Test
    void contentIsReadWhateverTypeItIsSentAs() {
        String token = webhook(false);

        assertThat(typed(token, "application/x-www-form-urlencoded", "symbol=EUR%2FUSD&side=buy&price=1.0835")
                        .json()
                        .at("/decision/symbol")
                        .asString())
                .isEqualTo("EURUSD");
        assertThat(typed(
                                token,
                                "application/x-www-form-urlencoded",
                                "{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.0836}")
                        .status())
                .isEqualTo(200);
        assertThat(typed(token, "application/octet-stream", "BUY EURUSD 1.0837").status())
                .isEqualTo(200);
        assertThat(typed(token, "", "BUY EURUSD 1.0838").status()).isEqualTo(200);
        assertThat(typed(token, "no type at all", "BUY EURUSD 1.0839").status()).isEqualTo(415);
        assertThat(typed(token, "application/json", "\uFEFF{\"symbol\":\"EURUSD\",\"side\":\"buy\",\"price\":1.0840}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void webhookThatTradesTakesTheScopeToTrade() {
        String body = "{\"strategy\":\"breakout\",\"account_id\":\"%s\",\"auto_execute\":%s}";
        SuiteClient writer = http.with("portfolio:write");

        assertThat(writer.post(WEBHOOKS, body.formatted(account, true)).status())
                .isEqualTo(403);
        assertThat(writer.post(WEBHOOKS, body.formatted(account, false)).status())
                .isEqualTo(201);
        assertThat(http.with("trade:execute")
                        .post(WEBHOOKS, body.formatted(account, true))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void sameTextToAnotherWebhookIsNoRepeat() {
        text(webhook(true), "BUY EURUSD 1.0835");
        Answer other = text(webhook(true), "BUY EURUSD 1.0835");

        assertThat(other.json().path("duplicate").booleanValue()).isFalse();
    }

    @Test
    void sixteenOfTheSameAtOnceMakeOneOrder() throws Exception {
        String token = webhook(true);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                running.add(threads.submit(() -> text(token, "BUY EURUSD 1.0835")));
            }
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        }

        assertThat(answers).allMatch(answer -> answer.status() == 200);
        assertThat(answers)
                .filteredOn(answer -> !answer.json().path("duplicate").booleanValue())
                .hasSize(1);
        assertThat(orderCount()).isEqualTo(1);
    }

    /**
     * None is dropped, and nobody is refused by what stands before a neighbour; late is what does not come to its turn.
     */
    @Test
    void burstOfAlertsIsDecidedToTheLast() throws Exception {
        String token = webhook(false);
        List<Answer> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                String price = "1.083" + (100 + i);
                running.add(threads.submit(() -> text(token, "BUY EURUSD " + price)));
            }
            for (Future<Answer> each : running) {
                answers.add(each.get());
            }
        }

        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(reasons(answer)).isNotEmpty().isSubsetOf("ALL_CHECKS_PASSED", "DEADLINE_PASSED");
        });
    }

    @ParameterizedTest
    @CsvSource({"brain", "sizing", "risk"})
    void decisionIsThereInTimeEvenIfAStepIsNot(String slow) {
        String token = webhook(true);
        Neighbour neighbour =
                slow.equals("brain") ? NEIGHBOURS.brain : slow.equals("sizing") ? NEIGHBOURS.sizing : NEIGHBOURS.risk;
        // It answers once the decision is there, and no sooner.
        CountDownLatch decided = new CountDownLatch(1);
        neighbour.answers(_ -> {
            awaited(decided);
            return Reply.ok("{}");
        });

        Answer answer = text(token, "BUY EURUSD 1.0835");
        decided.countDown();

        JsonNode decision = answer.json().path("decision");
        assertThat(decision.path("decision").asString()).isEqualTo("REJECT");
        assertThat(decision.at("/reasons/0/code").asString()).isEqualTo("DEADLINE_PASSED");
        assertThat(jdbc.sql("SELECT count(*) FROM order_fill f JOIN trade_order o ON o.id = f.order_id"
                                + " WHERE o.account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void unknownTokenIsNotFoundAndNothingMoreIsTold() {
        Answer answer = text("A".repeat(43), "BUY EURUSD 1.0835");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().path("code").asString()).isEqualTo("NOT_FOUND");
        assertThat(answer.json().path("detail").asString()).isEqualTo("Nothing is here");
    }

    @Test
    void everyFaultyFieldOfAnAlertIsNamed() {
        String token = webhook(true);

        Answer answer = json(token, "{\"side\":\"up\",\"price\":\"dear\",\"interval\":\"7\"}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json()
                        .path("errors")
                        .valueStream()
                        .map(error -> error.path("field").asString())
                        .toList())
                .containsExactlyInAnyOrder("symbol", "side", "current_price", "timeframe");

        Answer wrongSide = text(token, "BUY EURUSD 1.0835 sl=1.09");
        assertThat(wrongSide.status()).isEqualTo(400);
        assertThat(wrongSide.json().at("/errors/0/field").asString()).isEqualTo("stop_loss_price");
        assertThat(text(token, "BUY NOPE 1.0835").json().at("/errors/0/code").asString())
                .isEqualTo("UNKNOWN_SYMBOL");
        assertThat(text(token, "").json().path("code").asString()).isEqualTo("BODY_MISSING");
        assertThat(json(token, "{\"symbol\":").json().path("code").asString()).isEqualTo("MALFORMED_JSON");
        assertThat(text(token, "BUY EURUSD 1.0835 now please").status()).isEqualTo(400);
        assertThat(text(token, "BUY EURUSD 1e999999999").status()).isEqualTo(400);
        assertThat(text(token, "x".repeat(20_000)).json().path("code").asString())
                .isEqualTo("BODY_TOO_LARGE");
        assertThat(NEIGHBOURS.brain.calls()).isEmpty();
    }

    @Test
    void faultyAlertMayComeAgain() {
        String token = webhook(false);
        NEIGHBOURS.brain.answers(
                _ -> new Reply(
                        400,
                        """
                        {"type":"urn:problem:x","title":"t","status":400,"detail":"d","code":"VALIDATION_FAILED",
                         "errors":[{"field":"timeframe","code":"X","message":"m"}]}
                        """));
        assertThat(text(token, "BUY EURUSD 1.0835").status()).isEqualTo(400);
        NEIGHBOURS.signal(SignalAction.BUY);

        Answer again = text(token, "BUY EURUSD 1.0835");

        assertThat(again.json().path("duplicate").booleanValue()).isFalse();
        assertThat(again.json().at("/decision/decision").asString()).isEqualTo("PROCEED");
    }

    @Test
    void webhookForABadStrategyNameIsRefused() {
        Answer answer = admin().post(WEBHOOKS, "{\"strategy\":\"My Strategy\",\"risk_percent\":50}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").size()).isEqualTo(2);
    }

    private String webhook(boolean autoExecute) {
        return webhook(autoExecute, "");
    }

    private String webhook(boolean autoExecute, String more) {
        return admin().post(
                        WEBHOOKS,
                        "{\"strategy\":\"breakout\",\"account_id\":\"%s\",\"auto_execute\":%s%s}"
                                .formatted(account, autoExecute, more))
                .json()
                .path("token")
                .asString();
    }

    private SuiteClient admin() {
        return http.with("portfolio:write", "trade:execute");
    }

    private Answer json(String token, String body) {
        return http.post(WEBHOOKS + "/" + token, body);
    }

    private Answer text(String token, String body) {
        return http.header("Content-Type", "text/plain; charset=utf-8")
                .send("POST", WEBHOOKS + "/" + token, BodyPublishers.ofString(body));
    }

    private Answer typed(String token, String type, String body) {
        SuiteClient client = type.isEmpty() ? http : http.header("Content-Type", type);
        return client.send("POST", WEBHOOKS + "/" + token, BodyPublishers.ofString(body));
    }

    /** Lots the paper broker holds, negative for a short. */
    private String paperLots() {
        return reader().get(ORDERS + "?account=" + account)
                .json()
                .path("orders")
                .valueStream()
                .filter(order -> order.path("status").asString().equals("filled"))
                .map(order -> order.path("side").asString().equals("BUY")
                        ? order.path("filled_lots").decimalValue()
                        : order.path("filled_lots").decimalValue().negate())
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private int orderCount() {
        return jdbc.sql("SELECT count(*) FROM trade_order WHERE account_id = ? AND parent_order_id IS NULL")
                .param(account)
                .query(Integer.class)
                .single();
    }
}
