package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.orchestrator.order.CandleFills;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.TradeOrders;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Orders that wait, and positions that are held: what a trader can still change about them. */
class WorkingOrdersIT extends OrchestratorTest {

    private static final String SEND = ",\"auto_execute\":true";
    private static final String LIMIT = SEND + ",\"side\":\"BUY\",\"order_type\":\"limit\",\"limit_price\":1.08";

    @Autowired
    private CandleFills fills;

    @Autowired
    private ClosingPrices prices;

    @Autowired
    private TradeOrders orders;

    private final String account = newAccount();

    @Test
    void orderThatReplacesAnotherIsReservedAndTakesItsPlace() {
        String old = execute(LIMIT);
        NEIGHBOURS.risk.forgetCalls();

        Answer answer =
                patch(old, "{\"limit_price\":1.081,\"lots\":0.5,\"stop_loss_price\":1.077,\"current_price\":1.0835}");

        assertThat(answer.status()).isEqualTo(200);
        JsonNode next = answer.json();
        assertThat(next.path("status").asString()).isEqualTo("submitted");
        assertThat(next.path("replaces_order_id").asString()).isEqualTo(old);
        assertThat(next.path("limit_price").decimalValue()).isEqualByComparingTo("1.081");
        JsonNode asked = NEIGHBOURS.risk.calls().getFirst().body();
        assertThat(asked.path("order_id")).isEqualTo(next.path("order_id"));
        assertThat(asked.at("/replaces/order_id").asString()).isEqualTo(old);
        assertThat(asked.at("/replaces/filled_lots").decimalValue()).isZero();
        assertThat(asked.at("/trade/lots").decimalValue()).isEqualByComparingTo("0.5");
        assertThat(asked.at("/trade/entry_price").decimalValue()).isEqualByComparingTo("1.081");
        assertThat(asked.at("/trade/stop_loss_price").decimalValue()).isEqualByComparingTo("1.077");
        JsonNode gone = order(old);
        assertThat(gone.path("status").asString()).isEqualTo("cancelled");
        assertThat(gone.at("/reason/code").asString()).isEqualTo("ORDER_REPLACED");

        candle("1.0830", "1.0835", "1.0790", "1.0800");
        assertThat(order(next.path("order_id").asString()).path("status").asString())
                .isEqualTo("filled");
        assertThat(position()).isEqualByComparingTo("0.5");
    }

    @Test
    void orderStandsWhenRiskDeniesItsReplacement() {
        String old = execute(LIMIT);
        NEIGHBOURS.deny();

        Answer answer = patch(old, "{\"lots\":5,\"current_price\":1.0835}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.json().path("detail").asString()).contains("DAILY_LOSS_LIMIT", "denied", "Idempotency-Key");
        assertThat(order(old).path("status").asString()).isEqualTo("submitted");
    }

    @Test
    void changeThatMakesNoSenseIsRefused() {
        String waiting = execute(LIMIT);
        String filled = execute(SEND);

        assertThat(patch(filled, "{\"lots\":0.2}").status()).isEqualTo(409);
        assertThat(patch(waiting, "{\"stop_price\":1.09}").json().path("detail").asString())
                .contains("no stop price");
        assertThat(patch(waiting, "{}").status()).isEqualTo(400);
        assertThat(patch("01890a5d-ac96-774b-bcce-b302099a8057", "{\"lots\":0.2}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void replacementThatIsRepeatedUnderItsKeyIsMadeOnce() {
        String old = execute(LIMIT);
        String key = newAccount();
        String change = "{\"limit_price\":1.081,\"current_price\":1.0835}";

        Answer first = trader().header("Idempotency-Key", key).patch(ORDERS + "/" + old, change);
        Answer again = trader().header("Idempotency-Key", key).patch(ORDERS + "/" + old, change);

        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.json().path("order_id")).isEqualTo(first.json().path("order_id"));
    }

    @Test
    void stopFollowsItsPositionAndItsEndIsWarnedOf() {
        String entry = execute(SEND);
        NEIGHBOURS.account("10000", Neighbours.position("EURUSD", Direction.LONG, "0.4"));
        trader().post(
                        "/api/v1/orchestrator/positions/EURUSD/close",
                        "{\"current_price\":1.0835,\"account_id\":\"%s\",\"lots\":0.1}".formatted(account));
        JsonNode stop = trader().get(ORDERS + "?account=" + account + "&status=submitted")
                .json()
                .at("/orders/0");
        assertThat(stop.path("parent_order_id").asString()).isEqualTo(entry);
        assertThat(stop.path("lots").decimalValue()).isEqualByComparingTo("0.3");

        Answer cancelled = trader().post(ORDERS + "/" + stop.path("order_id").asString() + "/cancel", null);

        assertThat(cancelled.json().path("status").asString()).isEqualTo("cancelled");
        assertThat(cancelled.json().at("/warnings/0/code").asString()).isEqualTo("POSITION_UNPROTECTED");
    }

    @Test
    void positionGetsAnotherProtectionInPlaceOfTheOldOne() {
        String entry = execute(SEND + ",\"take_profit_price\":1.0935");

        JsonNode answer = protect("{\"account_id\":\"%s\",\"stop_loss_price\":1.08,\"take_profit_price\":1.09,%s}")
                .json();

        assertThat(answer.path("direction").asString()).isEqualTo("LONG");
        assertThat(answer.path("lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(answer.path("warnings").size()).isZero();
        assertThat(answer.path("orders").valueStream().map(leg -> leg.path("type")
                        .asString()))
                .containsExactly("stop", "limit");
        assertThat(answer.path("orders").valueStream())
                .allSatisfy(leg ->
                        assertThat(leg.path("parent_order_id").asString()).isEqualTo(entry));
        assertThat(ofAccount("cancelled"))
                .hasSize(2)
                .allSatisfy(leg -> assertThat(leg.at("/reason/code").asString()).isEqualTo("PROTECTION_REPLACED"));

        candle("1.0830", "1.0835", "1.0790", "1.0795");
        assertThat(position()).isEqualByComparingTo("0");
        assertThat(order(answer.at("/orders/0/order_id").asString())
                        .path("status")
                        .asString())
                .isEqualTo("filled");
        assertThat(order(answer.at("/orders/1/order_id").asString())
                        .at("/reason/code")
                        .asString())
                .isEqualTo("STOP_TRIGGERED");
    }

    @Test
    void trailingStopFollowsThePriceAndTheOrderShowsWhere() {
        execute(SEND);

        JsonNode leg = protect("{\"account_id\":\"%s\",\"trailing_stop_pips\":40,%s}")
                .json()
                .at("/orders/0");
        assertThat(leg.path("stop_price").decimalValue()).isEqualByComparingTo("1.0795");
        assertThat(leg.path("trailing_stop_pips").decimalValue()).isEqualByComparingTo("40");

        candle("1.0835", "1.0880", "1.0830", "1.0870");
        assertThat(order(leg.path("order_id").asString()).path("stop_price").decimalValue())
                .isEqualByComparingTo("1.084");
    }

    @Test
    void positionWithoutAStopIsToldOf() {
        execute(SEND);
        NEIGHBOURS.risk.forgetCalls();
        NEIGHBOURS.deny();

        JsonNode answer = protect("{\"account_id\":\"%s\",%s}").json();

        assertThat(NEIGHBOURS.risk.calls()).as("an exit needs nobody's leave").isEmpty();

        assertThat(answer.path("orders").size()).isZero();
        assertThat(answer.at("/warnings/0/code").asString()).isEqualTo("POSITION_UNPROTECTED");
        assertThat(ofAccount("submitted")).isEmpty();
    }

    @Test
    void protectionThatCannotProtectIsRefused() {
        assertThat(protect("{\"account_id\":\"%s\",\"stop_loss_price\":1.08,%s}")
                        .status())
                .as("there is no position")
                .isEqualTo(404);

        execute(SEND);
        assertThat(protect("{\"account_id\":\"%s\",\"stop_loss_price\":1.09,%s}")
                        .status())
                .as("above the market")
                .isEqualTo(409);
        assertThat(ofAccount("submitted")).as("the first stop stands").hasSize(1);
    }

    @Test
    void openOrdersOfAnAccountAreTakenBackAndItsProtectionStays() {
        execute(SEND);
        String waiting = execute(LIMIT);

        Answer answer = trader().post(ORDERS + "/cancel-all?account=%s&symbol=eurusd".formatted(account), null);

        assertThat(answer.json().path("orders").size()).isEqualTo(1);
        assertThat(answer.json().at("/orders/0/order_id").asString()).isEqualTo(waiting);
        assertThat(answer.json().at("/orders/0/status").asString()).isEqualTo("cancelled");
        assertThat(ofAccount("submitted")).as("the stop").hasSize(1);

        Answer all = trader().post(ORDERS + "/cancel-all?protection=true&account=" + account, null);
        assertThat(all.json().path("orders").size()).isEqualTo(1);
        assertThat(ofAccount("submitted")).isEmpty();
    }

    @Test
    void newestPriceIsStoredForEveryInstance() {
        Instant late = Instant.now().plusSeconds(900_000);
        prices.seen(candleOf("NZDCHF", late, "0.51"));
        prices.seen(candleOf("NZDCHF", late.minusSeconds(600), "0.50"));

        assertThat(prices.newest(List.of("NZDCHF")).values())
                .extracting(ClosingPrice::price)
                .containsExactly(new BigDecimal("0.51"));
        assertThat(jdbc.sql("SELECT price FROM market_price WHERE symbol = 'NZDCHF'")
                        .query(BigDecimal.class)
                        .single())
                .isEqualByComparingTo("0.51");
    }

    @Test
    void orderThatEndedLongAgoIsForgottenAndOneThatIsNeededIsNot() {
        String entry = execute(SEND);
        jdbc.sql("UPDATE trade_order SET updated_at = '2020-01-01T00:00:00Z' WHERE account_id = ?")
                .param(account)
                .update();

        orders.forgetEndedBefore(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(order(entry).path("status").asString())
                .as("its stop still works")
                .isEqualTo("filled");

        trader().post(ORDERS + "/cancel-all?protection=true&account=" + account, null);
        jdbc.sql("UPDATE trade_order SET updated_at = '2020-01-01T00:00:00Z' WHERE account_id = ?")
                .param(account)
                .update();
        orders.forgetEndedBefore(Instant.parse("2021-01-01T00:00:00Z"));
        orders.forgetEndedBefore(Instant.parse("2021-01-01T00:00:00Z"));
        assertThat(reader().get(ORDERS + "/" + entry).status()).isEqualTo(404);
        assertThat(jdbc.sql("SELECT count(*) FROM order_fill f WHERE f.order_id = ?::uuid")
                        .param(entry)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String execute(String more) {
        return trader().post(EXECUTE, eurusd(account, more))
                .json()
                .at("/execution_result/order_id")
                .asString();
    }

    private Answer patch(String id, String body) {
        return trader().patch(ORDERS + "/" + id, body);
    }

    /** @param body with places for the account and the price of the market */
    private Answer protect(String body) {
        return trader().put(
                        "/api/v1/orchestrator/positions/EURUSD/protection",
                        body.formatted(account, "\"current_price\":1.0835"));
    }

    private JsonNode order(String id) {
        return reader().get(ORDERS + "/" + id).json();
    }

    private List<JsonNode> ofAccount(String status) {
        return reader().get(ORDERS + "?account=%s&status=%s".formatted(account, status))
                .json()
                .path("orders")
                .valueStream()
                .toList();
    }

    private BigDecimal position() {
        return jdbc.sql("SELECT lots FROM paper_position WHERE account_id = ?")
                .param(account)
                .query(BigDecimal.class)
                .single();
    }

    private void candle(String open, String high, String low, String close) {
        Instant opens = Instant.now().plusSeconds(60);
        fills.onCandle(new BrokerCandle(
                "EURUSD",
                opens,
                opens.plusSeconds(300),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close)));
    }

    private static BrokerCandle candleOf(String symbol, Instant closes, String close) {
        BigDecimal price = new BigDecimal(close);
        return new BrokerCandle(symbol, closes.minusSeconds(300), closes, price, price, price, price);
    }
}
