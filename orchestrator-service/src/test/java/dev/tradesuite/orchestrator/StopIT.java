package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.stop.StopRunner;
import dev.tradesuite.orchestrator.stop.TradingStops;
import dev.tradesuite.test.Neighbour;
import dev.tradesuite.test.Neighbour.Reply;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A person stops trading on an account with an order that waits and a position that is protected. */
class StopIT extends OrchestratorTest {

    private static final String STOP = "/api/v1/orchestrator/stop";
    private static final String STOPS = "/api/v1/orchestrator/stops";
    private static final String SEND = ",\"auto_execute\":true";
    private static final String LIMIT = SEND + ",\"side\":\"BUY\",\"order_type\":\"limit\",\"limit_price\":1.08";

    @Autowired
    private StopRunner runner;

    @Autowired
    private TradingStops stops;

    @Autowired
    private OrderReconciliation reconciliation;

    @Autowired
    private ClosingPrices prices;

    private final String account = newAccount();

    /** What was asked of risk about this account, in order: states that were set, and reservations. */
    private final List<String> risk = new CopyOnWriteArrayList<>();

    @BeforeEach
    void riskKeepsStates() {
        Neighbour.Behaviour allows = NEIGHBOURS.risk.behaviour();
        NEIGHBOURS.risk.answers(call -> {
            if (call.path().endsWith("/trading-state")) {
                risk.add(call.body().path("state").asString()
                        + (call.body().path("only_stricter").asBoolean() ? "" : " for sure"));
                return Reply.ok(
                        """
                        {"scope":"ACCOUNT","id":"%s","state":"%s","cause":"a person","changed_by":"tester",
                         "changed_at":"2026-01-05T10:00:00Z"}
                        """
                                .formatted(account, call.body().path("state").asString()));
            }
            if (call.path().endsWith("/reservations")) {
                risk.add("reserve " + call.body().at("/trade/side").asString());
            }
            return allows.to(call);
        });
        Instant now = Instant.now();
        BigDecimal price = new BigDecimal("1.0835");
        prices.seen(new BrokerCandle("EURUSD", now.minusSeconds(300), now, price, price, price, price));
    }

    @Test
    void entriesAreCancelledAndWhatProtectsStays() {
        String waiting = execute(LIMIT);
        execute(SEND);
        risk.clear();

        JsonNode stop = stopped("entries");

        assertThat(stop.path("state").asString()).isEqualTo("done");
        assertThat(stop.path("orders").size()).isEqualTo(1);
        assertThat(stop.at("/orders/0/order_id").asString()).isEqualTo(waiting);
        assertThat(stop.at("/orders/0/status").asString()).isEqualTo("cancelled");
        assertThat(stop.at("/orders/0/reason/code").asString()).isEqualTo("CANCELLED_BY_STOP");
        assertThat(stop.path("positions").size()).isZero();
        assertThat(risk).containsExactly("REDUCE_ONLY");
        assertThat(position()).isEqualByComparingTo("0.4");
        assertThat(open()).as("the stop of the position").hasSize(1);
    }

    @Test
    void haltIsSetOnceEntriesAreCancelled() {
        execute(LIMIT);
        execute(SEND);
        risk.clear();

        JsonNode stop = stopped("halt");

        assertThat(stop.path("state").asString()).isEqualTo("done");
        assertThat(stop.path("step").asString()).isEqualTo("halt");
        assertThat(risk).containsExactly("REDUCE_ONLY", "HALTED");
        assertThat(open()).as("the stop of the position").hasSize(1);
    }

    @Test
    void flatteningClosesThePositionAndLeavesNoOrder() {
        execute(LIMIT);
        execute(SEND);
        risk.clear();
        JsonNode preview = admin().get(STOP + "/preview?level=flatten&scope=account&id=" + account)
                .json();

        JsonNode stop = stopped("flatten");

        assertThat(stop.path("state").asString()).isEqualTo("done");
        assertThat(risk).containsExactly("REDUCE_ONLY for sure", "reserve SELL", "HALTED");
        assertThat(position()).isZero();
        assertThat(open()).isEmpty();
        assertThat(stop.at("/positions/0/lots").decimalValue()).isEqualByComparingTo("0.4");
        assertThat(stop.at("/positions/0/status").asString()).isEqualTo("filled");
        assertThat(stop.at("/positions/0/done").asBoolean()).isTrue();
        assertThat(reader().get(ORDERS + "?status=filled&account=" + account)
                        .json()
                        .path("orders"))
                .as("by its key the fill says that it flattened")
                .filteredOn(order -> order.path("reduce_only").asBoolean())
                .singleElement()
                .satisfies(order ->
                        assertThat(order.path("client_order_id").asString()).startsWith("ts-flat-"));
        assertThat(preview.path("orders").size()).isEqualTo(1);
        assertThat(preview.at("/positions/0/side").asString()).isEqualTo("BUY");
        assertThat(preview.at("/positions/0/notional").decimalValue()).isEqualByComparingTo("43340");
        assertThat(preview.at("/positions/0/currency").asString()).isEqualTo("USD");
    }

    @Test
    void previewOfMilderLevelsClosesNothing() {
        execute(LIMIT);
        execute(SEND);

        JsonNode preview = admin().get(STOP + "/preview?level=halt&scope=account&id=" + account)
                .json();

        assertThat(preview.path("orders").size()).isEqualTo(1);
        assertThat(preview.path("positions").size()).isZero();
        assertThat(admin().get(STOP + "/preview?level=halt&scope=all").status()).isEqualTo(200);
    }

    @Test
    void brokerThatIsSilentIsAskedAgain() {
        execute(LIMIT);
        execute(SEND);
        broker.has(FaultyBroker.Fault.SILENT);

        String id = stop("flatten", "key-" + account).json().path("stop_id").asString();
        runner.run();

        JsonNode waits = stop(id);
        assertThat(waits.path("state").asString()).isEqualTo("running");
        assertThat(waits.at("/waiting_for/code").asString()).isEqualTo("STOP_UNFINISHED");
        assertThat(waits.at("/orders/0/done").asBoolean()).isFalse();
        assertThat(waits.at("/orders/0/reason/code").asString()).isEqualTo("BROKER_UNCERTAIN");
        assertThat(waits.at("/positions/0/done").asBoolean()).isFalse();

        goesOn();

        assertThat(stop(id).path("state").asString()).isEqualTo("done");
        assertThat(position()).isZero();
        assertThat(open()).isEmpty();
        assertThat(closedLots()).isEqualByComparingTo("0.4");
    }

    @ParameterizedTest
    @EnumSource(names = {"DIES_TOGETHER", "DIES_BEFORE", "DIES_AFTER", "ANSWER_LOST", "ORDER_LOST"})
    void positionIsClosedOnceWhereverTheServiceDies(FaultyBroker.Fault fault) {
        execute(SEND);
        broker.has(fault);

        String id = stop("flatten", "key-" + account).json().path("stop_id").asString();
        runner.run();
        goesOn();

        assertThat(stop(id).path("state").asString()).isEqualTo("done");
        assertThat(position()).isZero();
        assertThat(closedLots()).isEqualByComparingTo("0.4");
        assertThat(open()).isEmpty();
    }

    @Test
    void riskThatIsSilentIsAskedAgainBeforeAnythingIsDone() {
        execute(LIMIT);
        Neighbour.Behaviour answers = NEIGHBOURS.risk.behaviour();
        NEIGHBOURS.risk.answers(_ -> new Reply(503, "{}"));

        String id = stop("halt", "key-" + account).json().path("stop_id").asString();
        runner.run();

        assertThat(stop(id).path("step").asString()).isEqualTo("restrict");
        assertThat(stop(id).at("/waiting_for/code").asString()).isEqualTo("RISK_UNAVAILABLE");
        assertThat(open()).hasSize(1);

        NEIGHBOURS.risk.answers(answers);
        goesOn();
        assertThat(stop(id).path("state").asString()).isEqualTo("done");
        assertThat(open()).isEmpty();
    }

    @Test
    void stricterOfTwoGoesOnAndTheOtherSaysSo() {
        String halt = stop("halt", "a-" + account).json().path("stop_id").asString();
        String flatten = stop("flatten", "b-" + account).json().path("stop_id").asString();
        String entries = stop("entries", "c-" + account).json().path("stop_id").asString();

        assertThat(stop(halt).path("state").asString()).isEqualTo("superseded");
        assertThat(stop(halt).path("superseded_by").asString()).isEqualTo(flatten);
        assertThat(stop(flatten).path("state").asString()).isEqualTo("running");
        assertThat(stop(entries).path("superseded_by").asString()).isEqualTo(flatten);

        runner.run();
        assertThat(stop(flatten).path("state").asString()).isEqualTo("done");
    }

    @Test
    void oneOfTwoInstancesWorksOnAStop() {
        UUID id = UUID.fromString(
                stop("halt", "a-" + account).json().path("stop_id").asString());
        var held = stops.claim(Duration.ofMinutes(1)).orElseThrow();
        assertThat(held.id()).isEqualTo(id);

        runner.run();

        assertThat(stop(id.toString()).path("step").asString()).isEqualTo("restrict");
        stops.release(held, Duration.ZERO);
        runner.run();
        assertThat(stop(id.toString()).path("state").asString()).isEqualTo("done");
    }

    @Test
    void repeatIsAnsweredWithTheSameStop() {
        Answer first = stop("entries", "key-" + account);
        Answer again = stop("entries", "key-" + account);

        assertThat(first.json().path("state").asString()).isEqualTo("running");
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(again.json().path("stop_id")).isEqualTo(first.json().path("stop_id"));
        runner.run();
        assertThat(admin().get(STOPS + "?limit=1").json().at("/stops/0/stop_id"))
                .isEqualTo(first.json().path("stop_id"));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        assertThat(admin().post(STOP, "{\"level\":\"halt\",\"scope\":\"account\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin().post(STOP, "{\"level\":\"halt\",\"scope\":\"all\",\"id\":\"main\",\"reason\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin().post(STOP, "{\"level\":\"halt\",\"scope\":\"account\",\"id\":\"main\",\"reason\":\" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(admin().get(STOPS + "/01890a5d-ac96-774b-bcce-b302099a8057").status())
                .isEqualTo(404);
    }

    /** The broker and a living instance are back. */
    private void goesOn() {
        broker.has(FaultyBroker.Fault.NONE);
        jdbc.sql("UPDATE trade_order SET owner = 'gone' WHERE account_id = ? AND owner IS NOT NULL")
                .param(account)
                .update();
        reconciliation.run();
        for (int run = 0; run < 3; run++) {
            jdbc.sql("UPDATE trading_stop SET due_at = now(), lease_until = NULL WHERE account_id = ? AND state"
                            + " = 'RUNNING'")
                    .param(account)
                    .update();
            runner.run();
        }
    }

    private SuiteClient admin() {
        return http.with("trade:read", "risk:admin");
    }

    private Answer stop(String level, String key) {
        return admin().header("Idempotency-Key", key)
                .post(
                        STOP,
                        """
                        {"level":"%s","scope":"account","id":"%s","reason":"the feed is wrong"}
                        """
                                .formatted(level, account));
    }

    private JsonNode stop(String id) {
        return reader().get(STOPS + "/" + id).json();
    }

    private JsonNode stopped(String level) {
        String id = stop(level, "key-" + account).json().path("stop_id").asString();
        runner.run();
        return stop(id);
    }

    private String execute(String more) {
        return trader().post(EXECUTE, eurusd(account, more))
                .json()
                .at("/execution_result/order_id")
                .asString();
    }

    private List<JsonNode> open() {
        return reader().get(ORDERS + "?open=true&account=" + account)
                .json()
                .path("orders")
                .valueStream()
                .toList();
    }

    private BigDecimal position() {
        return jdbc.sql("SELECT coalesce(sum(lots), 0) FROM paper_position WHERE account_id = ?")
                .param(account)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal closedLots() {
        return jdbc.sql("SELECT coalesce(sum(filled_lots), 0) FROM trade_order WHERE account_id = ? AND reduce_only")
                .param(account)
                .query(BigDecimal.class)
                .single();
    }
}
