package dev.tradesuite.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.account.RiskAccounts;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.Hold;
import dev.tradesuite.risk.check.TestTrades;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.exposure.ExposureReader;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReservationStore;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.exposure.RiskRetention;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.TradingStateService;
import dev.tradesuite.support.SuiteApplication;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.TestServices;
import java.math.BigDecimal;
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
        World.limit(client, "it-margin", World.limits("100", "30", "1", "100000"));

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
    void oneOfManyOrdersThatMoveTogetherPasses() throws Exception {
        world.open("it-together");

        List<String> outcomes = reserveAtOnce(_ -> World.trade("it-together", "BUY", "0.01"));

        assertThat(outcomes).filteredOn("RESERVED"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("DENIED CORRELATION_LIMIT"::equals).hasSize(MANY - 1);
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
                    reservations.add(account, List.of(reservation("it-guard", tooMuch)));
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
    @ValueSource(strings = {"trading_state_change", "limit_breach", "limit_change"})
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
        UUID held = UUID.randomUUID();
        World.reserve(client, ended, World.trade("it-forget", "BUY", "0.1"));
        client.with("trade:execute")
                .post("/api/v1/risk/reservations/" + ended + "/release", "{\"reason\": \"a test\"}");
        World.reserve(client, held, World.trade("it-forget", "BUY", "0.1"));
        World.restrict(client, "SYMBOL", "USDNOK", "ACTIVE");
        World.limit(client, "it-forget", World.limits("5", "80", "1", "1000"));
        jdbc.sql("UPDATE reservation SET changed_at = changed_at - INTERVAL '91 days' WHERE account_id = 'it-forget'")
                .update();
        long changes = count("trading_state_change");

        retention.forget();

        assertThat(reservations.find(ended)).isEmpty();
        assertThat(reservations.find(held)).isPresent();
        assertThat(count("trading_state_change")).isEqualTo(changes);
        assertThat(count("limit_change")).isPositive();
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
    }

    /** When the change has been answered, no reservation that has not seen it can still appear. */
    @ParameterizedTest
    @ValueSource(strings = {"ACCOUNT", "SYMBOL"})
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
