package dev.tradesuite.ledger.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.accounting.account.StrategyHolding;
import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.Trade;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.TestFills;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who holds what, as the database keeps it and the API tells it. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class StrategyHoldingsIT {

    private static final int STEPS = 60;

    @Autowired
    SuiteClient client;

    @Autowired
    BookingService books;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void fillsAreHeldByTheStrategiesTheyName() {
        open("it-held");
        book(TestFills.buy("0.4", "EURUSD", "1.0800").account("it-held").strategy("trend"));
        book(TestFills.buy("0.2", "EURUSD", "1.0900").account("it-held"));
        book(TestFills.sell("0.1", "EURUSD", "1.0900").account("it-held").strategy("trend"));
        book(TestFills.buy("0.1", "GBPUSD", "1.2700").account("it-held").strategy("carry"));
        book(TestFills.sell("0.1", "GBPUSD", "1.2800").account("it-held").strategy("carry"));

        List<dev.tradesuite.contracts.ledger.StrategyHolding> all = holdings("it-held", "");
        assertThat(all)
                .extracting(
                        dev.tradesuite.contracts.ledger.StrategyHolding::strategy,
                        dev.tradesuite.contracts.ledger.StrategyHolding::symbol,
                        holding -> holding.lots().toPlainString(),
                        holding -> holding.realisedPnl().stripTrailingZeros().toPlainString())
                .containsExactly(
                        // (1.0900 - 1.0800) x 0.1 x 100,000
                        tuple("trend", "EURUSD", "0.3", "100"),
                        tuple("unassigned", "EURUSD", "0.2", "0"),
                        tuple("carry", "GBPUSD", "0", "100"));
        Position position = account("it-held").positions().getFirst();
        assertThat(all.getFirst().averagePrice()).isEqualByComparingTo("1.08");
        assertThat(all.getFirst().markPrice()).isEqualByComparingTo(position.markPrice());
        assertThat(all.getFirst().value())
                .isEqualByComparingTo(position.markPrice().multiply(new BigDecimal("30000")));
        assertThat(all.getLast().averagePrice()).isNull();
        assertThat(all.getLast().value()).as("it has no position").isNull();
        assertThat(holdings("it-held", "?strategy=unassigned")).hasSize(1);
        assertThat(account("it-held").holdings())
                .as("those that are open")
                .extracting(dev.tradesuite.contracts.ledger.StrategyHolding::strategy)
                .containsExactly("trend", "unassigned");
    }

    @Test
    void tradesTellTheirStrategy() {
        open("it-traded");
        book(TestFills.buy("0.4", "EURUSD", "1.0800").account("it-traded").strategy("trend"));
        book(TestFills.buy("0.2", "EURUSD", "1.0900").account("it-traded"));

        assertThat(trades("it-traded", "?strategy=trend"))
                .singleElement()
                .satisfies(trade -> assertThat(trade.strategy()).isEqualTo("trend"));
        assertThat(trades("it-traded", "?strategy=unassigned"))
                .singleElement()
                .satisfies(trade -> assertThat(trade.strategy()).isNull());
        assertThat(trades("it-traded", "")).hasSize(2);
    }

    @Test
    void cashFlowsTellTheirStrategyAndNobodysNameIsRefused() {
        open("it-flows");
        assertThat(pay("it-flows", "\"transfer\", \"amount\": 100, \"strategy\": \"trend\"")
                        .status())
                .isEqualTo(200);
        assertThat(pay("it-flows", "\"transfer\", \"amount\": -40").status()).isEqualTo(200);

        Answer refused = pay("it-flows", "\"deposit\", \"amount\": 1, \"strategy\": \"unassigned\"");
        assertThat(refused.status()).as(refused.text()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("strategy");
        assertThat(pay("it-flows", "\"transfer\", \"amount\": -10060.01").status())
                .isEqualTo(409);

        var flows = reader().get("/api/v1/accounts/it-flows/cash-flows?strategy=trend")
                .json()
                .path("cash_flows");
        assertThat(flows).hasSize(1);
        assertThat(flows.get(0).path("kind").asString()).isEqualTo("transfer");
        assertThat(flows.get(0).path("strategy").asString()).isEqualTo("trend");
        Account account = account("it-flows");
        assertThat(account.netCashFlow()).isEqualByComparingTo("60");
        assertThat(account.realisedPnl()).isEqualByComparingTo("0");
    }

    @Test
    void databaseRefusesHoldersThatDoNotAddUpToThePosition() {
        open("it-wrong");
        book(TestFills.buy("0.4", "EURUSD", "1.0800").account("it-wrong").strategy("trend"));

        for (String wrong : List.of(
                "UPDATE strategy_holding SET lots = 0.5 WHERE account_id = 'it-wrong'",
                "DELETE FROM strategy_holding WHERE account_id = 'it-wrong'",
                "INSERT INTO strategy_holding VALUES ('it-wrong', 'EURUSD', 'unassigned', 0.1, 0.1, 0, now())",
                "INSERT INTO strategy_holding VALUES ('it-wrong', 'GBPUSD', 'trend', 0.1, 0.1, 0, now())",
                "UPDATE strategy_holding SET symbol = 'GBPUSD' WHERE account_id = 'it-wrong'",
                "UPDATE position SET lots = 0.3 WHERE account_id = 'it-wrong'",
                "UPDATE position SET direction = 'SHORT' WHERE account_id = 'it-wrong'",
                "DELETE FROM position WHERE account_id = 'it-wrong'")) {
            assertThatThrownBy(() -> transaction.executeWithoutResult(
                            _ -> jdbc.sql(wrong).update()))
                    .as(wrong)
                    .isInstanceOf(DataIntegrityViolationException.class)
                    .hasMessageContaining("account it-wrong has");
        }
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("UPDATE position SET mark_price = 1.09 WHERE account_id = 'it-wrong'")
                    .update();
            jdbc.sql("UPDATE position SET lots = 0.3 WHERE account_id = 'it-wrong'")
                    .update();
            jdbc.sql("UPDATE strategy_holding SET lots = 0.3 WHERE account_id = 'it-wrong'")
                    .update();
        });
        assertThat(holdings("it-wrong", "").getFirst().lots()).isEqualByComparingTo("0.3");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void holdersAddUpAfterEveryFill(long seed) {
        String id = "it-adds-up-" + seed;
        open(id);
        Random random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            String lots = BigDecimal.valueOf(1 + random.nextInt(50), 2).toPlainString();
            String symbol = random.nextBoolean() ? "EURUSD" : "GBPUSD";
            String price = BigDecimal.valueOf(10_000 + random.nextInt(2_000), 4).toPlainString();
            TestFills fill =
                    random.nextBoolean() ? TestFills.buy(lots, symbol, price) : TestFills.sell(lots, symbol, price);
            if (random.nextInt(3) > 0) {
                fill.strategy("s" + random.nextInt(3));
            }
            if (random.nextInt(4) == 0) {
                fill.reducing();
            }
            book(fill.account(id).secondsLater(step));
            check(id);
        }
    }

    private void check(String id) {
        Account account = account(id);
        List<dev.tradesuite.contracts.ledger.StrategyHolding> holdings = holdings(id, "");
        for (String symbol : List.of("EURUSD", "GBPUSD")) {
            BigDecimal position = account.positions().stream()
                    .filter(open -> open.symbol().equals(symbol))
                    .map(open -> open.direction() == Direction.LONG
                            ? open.lots()
                            : open.lots().negate())
                    .findFirst()
                    .orElse(BigDecimal.ZERO);
            assertThat(holdings.stream()
                            .filter(holding -> holding.symbol().equals(symbol))
                            .map(dev.tradesuite.contracts.ledger.StrategyHolding::lots)
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(position);
        }
    }

    private void book(TestFills fill) {
        assertThat(books.book(fill.id(UUID.randomUUID()).get(), Optional.empty()))
                .hasValueSatisfying(booking -> assertThat(booking.holdings())
                        .extracting(StrategyHolding::strategy)
                        .isNotEmpty());
    }

    private List<dev.tradesuite.contracts.ledger.StrategyHolding> holdings(String id, String query) {
        return List.of(reader().get("/api/v1/accounts/%s/holdings%s".formatted(id, query))
                .as(dev.tradesuite.contracts.ledger.StrategyHolding[].class));
    }

    private List<Trade> trades(String id, String query) {
        return List.of(reader().get("/api/v1/accounts/%s/trades%s".formatted(id, query))
                .as(Trade[].class));
    }

    private Account account(String id) {
        return reader().get("/api/v1/accounts/" + id).as(Account.class);
    }

    private Answer pay(String id, String kindAndMore) {
        return client.with("portfolio:write")
                .post(
                        "/api/v1/accounts/%s/cash-flows".formatted(id),
                        "{\"kind\": %s, \"reason\": \"a test\"}".formatted(kindAndMore));
    }

    private void open(String id) {
        assertThat(client.with("portfolio:write")
                        .post(
                                "/api/v1/accounts",
                                "{\"id\": \"%s\", \"currency\": \"USD\", \"initial_balance\": 10000}".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    private SuiteClient reader() {
        return client.with("trade:read");
    }
}
