package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.exposure.ExposureReader;
import dev.tradesuite.risk.exposure.ReplacedOrders;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReservationStore;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.exposure.RiskRetention;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.TradingStateService;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.support.store.TimeColumns;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestServices;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL alone can show: locks, constraints, and memory that outlives the service. */
@RiskIntegrationTest
class RiskAccountsIT {

    private static final int MANY = 64;

    @Autowired
    SuiteClient client;

    @Autowired
    World world;

    @Autowired
    RiskAccounts accounts;

    @Autowired
    ReservationStore reservations;

    @Autowired
    ExposureReader exposures;

    @Autowired
    RiskRetention retention;

    @Autowired
    TradingStateService states;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Test
    void concurrentOrdersFillTheMarginLimitExactly() throws Exception {
        world.open("it-margin");
        // 30 % of 10,000 is 3,000. 0.1 lots take 216.70: 13 take 2,817.10, a 14th would make it 3,033.80.
        World.limit(client, "it-margin", World.limits("100", "100", "30", "1", "100000"));

        List<String> outcomes = reserveAtOnce(_ -> World.trade("it-margin", "BUY", "0.1"));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(13);
        assertThat(outcomes).filteredOn("DENIED MARGIN_LIMIT"::equals).hasSize(MANY - 13);
        assertThat(World.account(client, "it-margin").at("/reserved_margin").decimalValue())
                .isEqualByComparingTo("2817.10");
        world.assertHeldAddsUp("it-margin");
    }

    @Test
    void concurrentOrdersFillTheDailyLossLimitExactly() throws Exception {
        world.open("it-loss");
        World.limit(client, "it-loss", World.limits("5", "80", "1", "100000"));

        // 5 % of 10,000 is 500; 0.1 lots lose 50 at the stop: ten fit.
        List<String> outcomes = reserveAtOnce(_ -> World.trade("it-loss", "BUY", "0.1"));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("DENIED DAILY_LOSS_LIMIT"::equals).hasSize(MANY - 10);
    }

    @Test
    void concurrentOrdersInDifferentSymbolsShareTheLimit() throws Exception {
        world.open("it-symbols");
        World.limit(client, "it-symbols", World.limits("100", "30", "1", "100000"));
        List<String> symbols = List.of("EURUSD", "GBPUSD", "AUDUSD", "NZDUSD");

        // Each takes 0.1 x 100,000 x 1.00 x 2 % = 200 of 3,000: 15 fit.
        List<String> outcomes = reserveAtOnce(i ->
                """
                {"account_id": "it-symbols", "symbol": "%s", "side": "%s", "lots": 0.1, "entry_price": 1.0000,
                 "stop_loss_price": %s}"""
                        .formatted(
                                symbols.get(i % symbols.size()),
                                i % 8 < 4 ? "BUY" : "SELL",
                                i % 8 < 4 ? "0.9950" : "1.0050"));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(15);
        assertThat(outcomes).filteredOn("DENIED MARGIN_LIMIT"::equals).hasSize(MANY - 15);
        world.assertHeldAddsUp("it-symbols");
    }

    @Test
    void ordersAtOnceInSymbolsThatMoveTogetherPassInOneOfThem() throws Exception {
        world.open("it-together");
        double[] closes = new double[200];
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 10 + i % 3;
        }
        world.standIns().closes.put("USDSEK", closes);
        world.standIns().closes.put("USDNOK", closes);
        List<String> symbols = List.of("USDSEK", "USDNOK");

        List<String> outcomes = reserveAtOnce(i ->
                """
                {"account_id": "it-together", "symbol": "%s", "side": "BUY", "lots": 0.01, "entry_price": 10.00,
                 "stop_loss_price": 9.99}"""
                        .formatted(symbols.get(i % 2)));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(MANY / 2);
        assertThat(outcomes).filteredOn("DENIED CORRELATION_LIMIT"::equals).hasSize(MANY / 2);
    }

    @Test
    void twoOfThreeTradesOfTwoPercentPassWhenTheyComeAtOnce() throws Exception {
        world.open("it-three");
        List<String> symbols = List.of("EURUSD", "GBPUSD", "AUDUSD");

        // 0.4 x 100,000 x 0.0050 = 200 each, 2 % of 10,000: two are 4 %, three would be 6 % of the 5 % allowed.
        List<String> outcomes = atOnce(
                3,
                i -> outcome(
                        UUID.randomUUID(),
                        """
                        {"account_id": "it-three", "symbol": "%s", "side": "BUY", "lots": 0.4, "entry_price": 1.0000,
                         "stop_loss_price": 0.9950}"""
                                .formatted(symbols.get(i))));

        assertThat(outcomes).containsExactlyInAnyOrder("RESERVED", "RESERVED", "DENIED DAILY_LOSS_LIMIT");
        world.assertHeldAddsUp("it-three");
    }

    @Test
    void openPositionsCountWithWhatTheyLoseToTheirStops() {
        // 0.8 lots with a stop 50 pips below the mark lose 400: a trade of 100 fits, one of 105 does not.
        Position open = world.eurusd("it-open", Direction.LONG, "0.8", "400");
        world.standIns().accounts.put("it-open", world.books("it-open", 1, "10000", open));
        World.limit(client, "it-open", World.limits("5", "80", "1", "100000"));

        String sell =
                """
                {"account_id": "it-open", "symbol": "GBPUSD", "side": "SELL", "lots": %s, "entry_price": 1.2700,
                 "stop_loss_price": 1.2750}""";
        assertThat(outcome(UUID.randomUUID(), sell.formatted("0.21"))).isEqualTo("DENIED DAILY_LOSS_LIMIT");
        assertThat(outcome(UUID.randomUUID(), sell.formatted("0.20"))).isEqualTo("RESERVED");
    }

    @Test
    void oneOrderAskedForManyTimesAtOnceIsReservedOnce() throws Exception {
        world.open("it-one-order");
        UUID order = UUID.randomUUID();

        List<String> outcomes = atOnce(MANY, _ -> outcome(order, World.trade("it-one-order", "BUY", "0.1")));

        assertThat(outcomes).hasSize(MANY).containsOnly("RESERVED");
        assertThat(World.account(client, "it-one-order").at("/reserved_loss").decimalValue())
                .isEqualByComparingTo("50");
        world.assertHeldAddsUp("it-one-order");
    }

    @Test
    void checkConstraintStopsWhoeverGoesAroundTheService() {
        world.open("it-constraint");
        World.account(client, "it-constraint");

        assertThatThrownBy(() -> jdbc.sql("UPDATE account SET reserved_margin = 8000.01 WHERE id = 'it-constraint'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("reserved_margin_within_room");
        assertThatThrownBy(() -> jdbc.sql("UPDATE account SET reserved_loss = 500.01 WHERE id = 'it-constraint'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("reserved_loss_within_room");
        assertThatThrownBy(() -> jdbc.sql("UPDATE account SET reserved_loss = -1 WHERE id = 'it-constraint'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("reserved_loss_within_room");
        assertThatThrownBy(() -> jdbc.sql("UPDATE account SET equity = 20000 WHERE id = 'it-constraint'")
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("high_water_mark_is_highest");
    }

    @Test
    void guardRefusesWhatTheChecksWouldNotHaveAllowed() {
        world.open("it-guard");
        World.account(client, "it-guard");
        // A loss of 500.01 that no check has looked at.
        Hold tooMuch = new Hold(new BigDecimal("500.01"), BigDecimal.ONE, BigDecimal.ONE, false);

        assertThatThrownBy(() -> accounts.locked("it-guard", account -> {
                    reservations.add(account, List.of(reservation("it-guard", tooMuch)), ReplacedOrders.NONE);
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the limits on the row refused");
        assertThat(World.account(client, "it-guard").at("/reserved_loss").decimalValue())
                .isZero();
    }

    private static Reservation reservation(String account, Hold hold) {
        Instant now = Instant.parse("2026-03-04T12:00:00Z");
        return new Reservation(
                order(account).toReserve(),
                hold,
                new Reservation.Progress(BigDecimal.ZERO, BigDecimal.ZERO, null),
                now,
                now,
                null);
    }

    private static ReserveOrder order(String account) {
        return new ReserveOrder(
                UUID.randomUUID(),
                account,
                TestTrades.buyEurusd("0.1"),
                new TradeSubjects("USDSEK", null, null),
                CorrelationSource.Window.NEWEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trading_state_change", "limit_breach", "limit_change", "high_water_mark_change"})
    void historyIsOnlyAddedTo(String table) {
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM " + table).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(table + " is history");
        assertThatThrownBy(() ->
                        jdbc.sql("UPDATE " + table + " SET number = DEFAULT").update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(table + " is history");
    }

    @Test
    void whatItsTimeIsOverForIsForgotten() {
        world.open("it-forget");
        UUID ended = UUID.randomUUID();
        UUID recent = UUID.randomUUID();
        UUID held = UUID.randomUUID();
        for (UUID order : List.of(ended, recent, held)) {
            World.reserve(client, order, World.trade("it-forget", "BUY", "0.1"));
        }
        for (UUID order : List.of(ended, recent)) {
            world.standIns().orders.put(order.toString(), OrderStatus.EXPIRED);
            client.with("internal").post("/api/v1/risk/reservations/" + order + "/release", "{\"reason\": \"a test\"}");
        }
        Instant now = world.clock().instant();
        age(ended, now, 91);
        age(recent, now, 89);
        age(held, now, 1000);
        for (int days : new int[] {6, 8}) {
            jdbc.sql("INSERT INTO ended_order (order_id, ended_at) VALUES (?, ?)")
                    .params(new UUID(0, days), TimeColumns.of(now.minus(Duration.ofDays(days))))
                    .update();
        }
        for (int days : new int[] {399, 401}) {
            for (String history : HISTORY) {
                jdbc.sql(history)
                        .params("it-forget-" + days, TimeColumns.of(now.minus(Duration.ofDays(days))))
                        .update();
            }
        }

        retention.forget();

        assertThat(reservations.find(ended)).isEmpty();
        assertThat(reservations.find(recent)).isPresent();
        assertThat(reservations.find(held)).as("what holds something").isPresent();
        assertThat(names("SELECT order_id::text FROM ended_order WHERE order_id::text LIKE '00000000-0000-0000%'"))
                .containsExactly(new UUID(0, 6).toString());
        for (String column : List.of(
                "id FROM trading_state_change WHERE id",
                "account_id FROM limit_breach WHERE account_id",
                "account_id FROM limit_change WHERE account_id",
                "account_id FROM high_water_mark_change WHERE account_id")) {
            assertThat(names("SELECT " + column + " LIKE 'it-forget-%'"))
                    .as(column)
                    .containsExactly("it-forget-399");
        }
    }

    /** A row of each kind of history, of an account and a moment. */
    private static final List<String> HISTORY = List.of(
            """
            INSERT INTO trading_state_change (scope, from_state, to_state, cause, changed_by, id, changed_at)
            VALUES ('ACCOUNT', 'ACTIVE', 'HALTED', 'a test', 'ann', ?, ?)
            """,
            """
            INSERT INTO limit_breach (check_name, measured, limit_was, account_id, at)
            VALUES ('DRAWDOWN', 16, 15, ?, ?)
            """,
            """
            INSERT INTO limit_change (
                daily_loss_percent, drawdown_percent, position_size_percent, margin_percent, correlation_limit,
                currency_exposure_percent, changed_by, account_id, changed_at)
            VALUES (5, 15, 5, 80, 0.7, 1000, 'ann', ?, ?)
            """,
            """
            INSERT INTO high_water_mark_change (from_amount, to_amount, reason, changed_by, account_id, changed_at)
            VALUES (2, 1, 'a test', 'ann', ?, ?)
            """);

    private void age(UUID order, Instant now, int days) {
        jdbc.sql("UPDATE reservation SET changed_at = ? WHERE order_id = ?")
                .params(TimeColumns.of(now.minus(Duration.ofDays(days))), order)
                .update();
    }

    private List<String> names(String query) {
        return jdbc.sql(query).query(String.class).list();
    }

    /** When the change has been answered, no reservation that has not seen it can still appear. */
    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT", "SYMBOL", "ALL"})
    void changeOfAStateWaitsForReservationsUnderWay(TradingStateScope scope) throws Exception {
        world.open("it-wait");
        World.account(client, "it-wait");
        StateSubject subject = new StateSubject(scope, scope == TradingStateScope.SYMBOL ? "USDSEK" : "it-wait");
        CountDownLatch locked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<TradingState> seen = executor.submit(() -> accounts.locked("it-wait", account -> {
                        TradingState state = strictest(account);
                        locked.countDown();
                        await(goOn);
                        return state;
                    })
                    .orElseThrow());
            await(locked);
            Future<?> change = executor.submit(() -> states.change(subject, TradingState.HALTED, "a test", "somebody"));

            assertThat(isDoneWithin(change, 300)).isFalse();
            goOn.countDown();
            change.get(10, TimeUnit.SECONDS);
            assertThat(seen.get()).isEqualTo(TradingState.ACTIVE);
            assertThat(accounts.locked("it-wait", this::strictest)).contains(TradingState.HALTED);
        } finally {
            goOn.countDown();
            states.change(subject, TradingState.ACTIVE, "the test is over", "somebody");
        }
    }

    private TradingState strictest(LockedAccount account) {
        return exposures.orderBook(account, List.of(order("it-wait"))).states().stream()
                .map(entry -> entry.state())
                .max(Comparator.naturalOrder())
                .orElse(TradingState.ACTIVE);
    }

    private static boolean isDoneWithin(Future<?> future, int millis) throws Exception {
        try {
            future.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anotherInstanceRemembersTheSame() {
        world.open("it-restart");
        World.limit(client, "it-restart", World.limits("5", "80", "1", "1000"));
        UUID order = UUID.randomUUID();
        World.reserve(client, order, World.trade("it-restart", "BUY", "0.4"));
        world.tell(world.books("it-restart", 2, "9900"));
        Awaitility.await().untilAsserted(() -> assertThat(
                        World.account(client, "it-restart").at("/equity").decimalValue())
                .isEqualByComparingTo("9900"));
        World.restrict(client, "ACCOUNT", "it-restart", "HALTED");

        String schema = environment.getRequiredProperty("suite.schema");
        // Nobody to ask: all it knows is what was remembered.
        Map<String, String> alone = Map.of(
                "suite.services.ledger.url", "http://127.0.0.1:1",
                "suite.services.brain.url", "http://127.0.0.1:1",
                "suite.services.orchestrator.url", "http://127.0.0.1:1");
        try (ConfigurableApplicationContext restarted = SuiteApplication.builder(RiskApplication.class, "risk-service")
                .run(TestServices.arguments(schema, alone))) {
            RiskAccounts remembered = restarted.getBean(RiskAccounts.class);

            assertThat(remembered.find("it-restart")).isEqualTo(accounts.find("it-restart"));
            assertThat(remembered.find("it-restart").orElseThrow().figures()).satisfies(figures -> {
                assertThat(figures.highWaterMark()).isEqualByComparingTo("10000");
                assertThat(figures.dayStartEquity()).isEqualByComparingTo("10000");
                assertThat(figures.reservedLoss()).isEqualByComparingTo("200");
                assertThat(figures.limits().correlation()).isEqualByComparingTo("1");
            });
            assertThat(restarted.getBean(ReservationStore.class).find(order)).isEqualTo(reservations.find(order));
            assertThat(restarted
                            .getBean(ExposureReader.class)
                            .snapshot("it-restart", new TradeSubjects("EURUSD", null, null))
                            .orElseThrow()
                            .states())
                    .filteredOn(entry -> entry.state() != TradingState.ACTIVE)
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.state()).isEqualTo(TradingState.HALTED));
        }
    }

    private List<String> reserveAtOnce(IntFunction<String> trade) throws Exception {
        return atOnce(MANY, i -> outcome(UUID.randomUUID(), trade.apply(i)));
    }

    /** RESERVED, or DENIED with the first reason. */
    private String outcome(UUID order, String trade) {
        SuiteClient.Answer answer = World.reserve(client, order, trade);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        String status = answer.json().at("/status").asString();
        return status.equals("DENIED")
                ? status + " " + answer.json().at("/assessment/denials/0/code").asString()
                : status;
    }

    private static List<String> atOnce(int times, IntFunction<String> task)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<String>> tasks = IntStream.range(0, times)
                    .<Callable<String>>mapToObj(i -> () -> {
                        await(start);
                        return task.apply(i);
                    })
                    .toList();
            List<Future<String>> futures = tasks.stream().map(executor::submit).toList();
            start.countDown();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
