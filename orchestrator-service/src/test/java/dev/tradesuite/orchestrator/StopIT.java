package dev.tradesuite.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.broker.BrokerCandle;
import dev.tradesuite.contracts.orchestrator.StopLevel;
import dev.tradesuite.contracts.orchestrator.StopState;
import dev.tradesuite.contracts.orchestrator.StopStep;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.orchestrator.order.ClosingPrices;
import dev.tradesuite.orchestrator.order.OrderReconciliation;
import dev.tradesuite.orchestrator.stop.StopRunner;
import dev.tradesuite.orchestrator.stop.TradingStop;
import dev.tradesuite.orchestrator.stop.TradingStops;
import dev.tradesuite.support.Ids;
import dev.tradesuite.support.store.UnitOfWork;
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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
    private UnitOfWork work;

    @Autowired
    private ClosingPrices prices;

    private final String account = newAccount();

    /** What was asked of risk about this account, in order: states that were set, and reservations. */
    private final List<String> risk = new CopyOnWriteArrayList<>();

    /** The trading state of the account, as risk keeps it. */
    private volatile String state = "ACTIVE";

    @BeforeEach
    void riskKeepsStates() {
        Neighbour.Behaviour allows = NEIGHBOURS.risk.behaviour();
        NEIGHBOURS.risk.answers(call -> {
            if (call.path().endsWith("/trading-state")) {
                return call.method().equals("GET") ? Reply.ok("[" + info() + "]") : changed(call.body());
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

    /** As risk-service does: what is only to be stricter loosens nothing, and what was read must be there still. */
    private Reply changed(JsonNode body) {
        String wanted = body.path("state").asString();
        risk.add(wanted
                + (body.path("only_stricter").asBoolean()
                        ? ""
                        : " since " + body.path("if_changed_at").asString()));
        if (!body.path("only_stricter").asBoolean()
                || TradingState.valueOf(wanted).compareTo(TradingState.valueOf(state)) > 0) {
            state = wanted;
        }
        return Reply.ok(info());
    }

    private String info() {
        return """
            {"scope":"ACCOUNT","id":"%s","state":"%s","cause":"an audit","changed_by":"bob",
             "changed_at":"2026-01-05T10:00:00.123456Z"}
            """
                .formatted(account, state);
    }

    @Test
    void nothingNewIsOpenedOnceItIsAnswered() {
        String id = stop("halt", "key-" + account).json().path("stop_id").asString();

        assertThat(state).isEqualTo("REDUCE_ONLY");
        assertThat(stop(id).path("step").asString()).isEqualTo("clear");
        runner.run();
        assertThat(stop(id).path("state").asString()).isEqualTo("done");
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
        assertThat(risk).containsExactly("REDUCE_ONLY", "reserve SELL", "HALTED");
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
    void accountThatWasHaltedGivesWayIsClosedAndHaltedAgainWithItsCause() {
        execute(SEND);
        risk.clear();
        state = "HALTED";

        JsonNode stop = stopped("flatten");

        assertThat(stop.path("state").asString()).isEqualTo("done");
        assertThat(risk)
                .containsExactly(
                        "REDUCE_ONLY",
                        "REDUCE_ONLY since 2026-01-05T10:00:00.123456Z",
                        "reserve SELL",
                        "HALTED",
                        "HALTED");
        assertThat(state).isEqualTo("HALTED");
        assertThat(position()).isZero();
        assertThat(stop.at("/halts/0/scope").asString()).isEqualTo("ACCOUNT");
        assertThat(stop.at("/halts/0/id").asString()).isEqualTo(account);
        assertThat(stop.at("/halts/0/cause").asString()).isEqualTo("an audit");
        assertThat(stop.at("/halts/0/changed_by").asString()).isEqualTo("bob");
        assertThat(stop.at("/halts/0/halted_again").asBoolean()).isTrue();
        assertThat(NEIGHBOURS.risk.calls().stream()
                        .map(call -> call.body().path("reason").asString()))
                .contains("an audit (by bob; halted again, test stopped trading: the feed is wrong)");
    }

    @Test
    void whatAnotherStopHasLetGiveWayIsHaltedByTheOneThatTakesItsPlace() {
        state = "HALTED";
        execute(SEND);
        broker.has(FaultyBroker.Fault.SILENT);
        String first = stop("flatten", "a-" + account).json().path("stop_id").asString();
        runner.run();
        assertThat(state).isEqualTo("REDUCE_ONLY");
        UUID second = Ids.next();

        // As it is kept when everything is flattened, which here would close what other tests hold.
        work.durable(() -> {
            stops.add(new TradingStop(
                    second,
                    new TradingStop.Wish(StopLevel.FLATTEN, account, "again", "tester"),
                    Instant.now(),
                    new TradingStop.Progress(StopState.RUNNING, StopStep.RESTRICT, null, 0, null, null),
                    0));
            stops.end(supersededBy(second, stops.find(UUID.fromString(first)).orElseThrow()));
            stops.leaveHalts(UUID.fromString(first), second);
        });
        goesOn();

        assertThat(stop(second.toString()).path("state").asString()).isEqualTo("done");
        assertThat(stop(second.toString()).at("/halts/0/halted_again").asBoolean())
                .isTrue();
        assertThat(state).isEqualTo("HALTED");
        assertThat(position()).isZero();
        assertThat(closedLots()).isEqualByComparingTo("0.4");
    }

    private static TradingStop supersededBy(UUID other, TradingStop stop) {
        return new TradingStop(
                stop.id(),
                stop.wish(),
                stop.askedAt(),
                new TradingStop.Progress(StopState.SUPERSEDED, stop.progress().step(), null, 0, other, Instant.now()),
                stop.fence());
    }

    @Test
    void portfolioSellsWhatItHoldsAndWhatHasNoPriceIsListed() {
        long portfolio = Integer.toUnsignedLong(account.hashCode());
        AtomicInteger sales = new AtomicInteger();
        NEIGHBOURS.portfolio.answers(call -> {
            if (call.path().endsWith("/liquidate")) {
                sales.incrementAndGet();
                return Reply.ok(liquidated(portfolio));
            }
            return Reply.ok(
                    call.path().endsWith("/positions")
                            ? "[%s,%s]".formatted(shares("540234"), shares("540235"))
                            : portfolio(portfolio));
        });
        SuiteClient admin = admin();
        JsonNode preview = admin.get(STOP + "/preview?level=flatten&scope=account&id=portfolio-" + portfolio)
                .json();

        String id = admin.post(
                        STOP,
                        """
                        {"level":"flatten","scope":"account","id":"portfolio-%d","reason":"the feed is wrong"}
                        """
                                .formatted(portfolio))
                .json()
                .path("stop_id")
                .asString();
        runner.run();
        JsonNode first = stop(id);
        for (int run = 0; run < 5; run++) {
            jdbc.sql("UPDATE trading_stop SET due_at = now() WHERE id = ?::uuid AND state = 'RUNNING'")
                    .param(id)
                    .update();
            runner.run();
        }

        assertThat(preview.path("portfolios").size()).isEqualTo(1);
        assertThat(preview.at("/portfolios/0/positions").asInt()).isEqualTo(2);
        assertThat(preview.at("/portfolios/0/worth").decimalValue()).isEqualByComparingTo("150");
        assertThat(preview.at("/portfolios/0/unmarked_positions").asInt()).isEqualTo(1);
        assertThat(first.path("state").asString()).isEqualTo("running");
        JsonNode last = stop(id);
        assertThat(last.path("state").asString()).isEqualTo("done");
        assertThat(sales).hasValue(5);
        assertThat(last.at("/shares/0/portfolio_id").asLong()).isEqualTo(portfolio);
        assertThat(last.at("/shares/0/market_id").asString()).isEqualTo("540234");
        assertThat(last.at("/shares/0/outcome").asString()).isEqualTo("Yes");
        assertThat(last.at("/shares/0/shares").decimalValue()).isEqualByComparingTo("100");
        assertThat(last.at("/shares/0/done").asBoolean()).isTrue();
        assertThat(last.at("/shares/1/done").asBoolean()).isFalse();
        assertThat(last.at("/shares/1/reason/code").asString()).isEqualTo("NO_BID");
    }

    @Test
    void previewSaysWhenTheBooksDoNotAnswer() {
        NEIGHBOURS.portfolio.answers(_ -> new Reply(503, "{}"));

        JsonNode preview =
                admin().get(STOP + "/preview?level=entries&scope=all").json();

        assertThat(preview.has("portfolios")).isFalse();
        assertThat(preview.at("/portfolios_reason/code").asString()).isEqualTo("STOP_PORTFOLIOS_UNKNOWN");
    }

    private static String shares(String market) {
        return """
            {"position_id":"01890a5d-ac96-774b-bcce-b302099a8057","portfolio_id":7,"market_id":"%s","question":"q?",
             "outcome":"Yes","status":"OPEN","shares":100,"average_price":0.7,"cost":70,"unmarked":false,"value":75,
             "opened_at":"2026-01-05T10:00:00Z"}
            """
                .formatted(market);
    }

    private static String portfolio(long id) {
        return """
            {"portfolio_id":%d,"name":"seven","strategy_type":"momentum","status":"ACTIVE","initial_balance":1000,
             "cash":860,"positions_value":150,"value":1010,"realised_pnl":0,"floating_pnl":10,"open_positions":2,
             "unmarked_positions":1,"strategy_config":{},"config_checked":true,"schedule":"PT15M",
             "risk_account_id":"portfolio-%d","sequence":3,"created_at":"2026-01-05T10:00:00Z",
             "updated_at":"2026-01-05T10:00:00Z"}
            """
                .formatted(id, id);
    }

    private static String liquidated(long id) {
        return """
            {"portfolio":%s,"orders":[{"order_id":"01890a5d-ac96-774b-bcce-b302099a8058","portfolio_id":%d,
             "cycle_id":"01890a5d-ac96-774b-bcce-b302099a8059","side":"SELL","market_id":"540234","outcome":"Yes",
             "status":"FILLED","reasons":[],"shares":100,"price":0.75,"created_at":"2026-01-05T10:00:00Z"}],
             "left":[{"market_id":"540235","reason":{"code":"NO_BID","message":"nobody bids"}}],
             "cycle_id":"01890a5d-ac96-774b-bcce-b302099a8059"}
            """
                .formatted(portfolio(id), id);
    }

    @Test
    void previewOfMilderLevelsClosesNothing() {
        execute(LIMIT);
        execute(SEND);

        JsonNode preview = admin().get(STOP + "/preview?level=halt&scope=account&id=" + account)
                .json();

        assertThat(preview.path("orders").size()).isEqualTo(1);
        assertThat(preview.path("positions").size()).isZero();
        NEIGHBOURS.portfolio.answers(_ -> Reply.ok("{\"portfolios\":[%s],\"total\":1}".formatted(portfolio(7))));
        JsonNode all = admin().get(STOP + "/preview?level=halt&scope=all").json();
        assertThat(all.path("positions").size()).isZero();
        assertThat(all.at("/portfolios/0/portfolio_id").asLong()).isEqualTo(7);
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

        Answer begun = stop("halt", "key-" + account);
        String id = begun.json().path("stop_id").asString();

        assertThat(begun.status()).isEqualTo(200);
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

        assertThat(stop(id.toString()).path("step").asString()).isEqualTo("clear");
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
    void keyOfAnotherRequestIsRefusedAndNothingIsStopped() {
        String first = stop("entries", "key-" + account).json().path("stop_id").asString();

        Answer other = stop("flatten", "key-" + account);

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(stop(first).path("state").asString()).isEqualTo("running");
        assertThat(jdbc.sql("SELECT count(*) FROM trading_stop WHERE account_id = ?")
                        .param(account)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        runner.run();
    }

    @Test
    void accountThatRiskDoesNotKnowEndsItWithTheReason() {
        Neighbour.Behaviour answers = NEIGHBOURS.risk.behaviour();
        NEIGHBOURS.risk.answers(_ -> Reply.problem(404, "NOT_FOUND"));

        String id = stop("flatten", "key-" + account).json().path("stop_id").asString();
        runner.run();

        NEIGHBOURS.risk.answers(answers);
        assertThat(stop(id).path("state").asString()).isEqualTo("failed");
        assertThat(stop(id).at("/waiting_for/code").asString()).isEqualTo("NOT_FOUND");
    }

    @ParameterizedTest
    @CsvSource({
        "level, '{\"level\":\"panic\",\"scope\":\"all\",\"reason\":\"x\"}'",
        "level, '{\"scope\":\"all\",\"reason\":\"x\"}'",
        "scope, '{\"level\":\"halt\",\"scope\":\"some\",\"reason\":\"x\"}'",
        "id, '{\"level\":\"halt\",\"scope\":\"account\",\"id\":\"a b\",\"reason\":\"x\"}'",
        "reason, '{\"level\":\"halt\",\"scope\":\"all\"}'"
    })
    void faultIsToldWithItsField(String field, String body) {
        Answer answer = admin().post(STOP, body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.json().at("/errors/0/field").asString())
                .as(answer.text())
                .isEqualTo(field);
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
