package dev.tradesuite.ledger.account.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.contracts.ledger.Trade;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.TestEvents;
import dev.tradesuite.ledger.account.BookingService;
import dev.tradesuite.ledger.account.TestFills;
import dev.tradesuite.test.SuiteClient;
import dev.tradesuite.test.SuiteClient.Answer;
import dev.tradesuite.test.SuiteIntegrationTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Identities of an account after every change, as the real store gives it back: fills and cash flows by a seed. */
@SuiteIntegrationTest
@Import(TestEvents.Config.class)
class AccountIdentitiesIT {

    private static final BigDecimal INITIAL = new BigDecimal("10000");
    private static final int STEPS = 60;

    @Autowired
    SuiteClient client;

    @Autowired
    BookingService books;

    private final Map<String, BigDecimal> lots = new HashMap<>();
    private BigDecimal flows = BigDecimal.ZERO;
    private int fills;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void identitiesHoldAfterEveryChange(long seed) {
        String id = "identities-" + seed;
        Random random = new Random(seed);
        open(id);
        Account before = account(id);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(4) == 0) {
                flow(id, random);
            } else {
                fill(id, random, step);
            }
            Account after = account(id);
            check(before, after);
            before = after;
        }
        assertThat(client.with("trade:read")
                        .get("/api/v1/accounts/%s/reconciliation".formatted(id))
                        .json()
                        .path("balanced")
                        .booleanValue())
                .isTrue();
    }

    private void fill(String id, Random random, int step) {
        String symbol = random.nextBoolean() ? "EURUSD" : "GBPUSD";
        BigDecimal held = lots.getOrDefault(symbol, BigDecimal.ZERO);
        boolean closes = held.signum() != 0 && random.nextInt(3) == 0;
        BigDecimal size = closes ? held.abs() : BigDecimal.valueOf(1 + random.nextInt(50), 2);
        Side side = closes ? (held.signum() > 0 ? Side.SELL : Side.BUY) : random.nextBoolean() ? Side.BUY : Side.SELL;
        String price = BigDecimal.valueOf(10_000 + random.nextInt(2_000), 4).toPlainString();
        TestFills fill = side == Side.BUY
                ? TestFills.buy(size.toPlainString(), symbol, price)
                : TestFills.sell(size.toPlainString(), symbol, price);
        books.book(
                fill.account(id)
                        .commission(BigDecimal.valueOf(random.nextInt(500), 2).toPlainString())
                        .at(Instant.now().truncatedTo(ChronoUnit.MICROS).plusMillis(step))
                        .get(),
                Optional.empty());
        fills++;
        lots.merge(symbol, size.multiply(BigDecimal.valueOf(side.sign())), BigDecimal::add);
    }

    private void flow(String id, Random random) {
        String kind = random.nextBoolean() ? "deposit" : "withdrawal";
        BigDecimal amount = BigDecimal.valueOf(1 + random.nextInt(200_000), 2);
        Answer answer = client.with("portfolio:write")
                .post(
                        "/api/v1/accounts/%s/cash-flows".formatted(id),
                        "{\"kind\": \"%s\", \"amount\": %s, \"reason\": \"a test\"}"
                                .formatted(kind, amount.toPlainString()));
        assertThat(answer.status()).as(answer.text()).isIn(200, 201, 409, 422);
        if (answer.status() < 300) {
            flows = flows.add(kind.equals("deposit") ? amount : amount.negate());
        }
    }

    private void check(Account before, Account after) {
        List<Trade> trades = List.of(client.with("trade:read")
                .get("/api/v1/accounts/%s/trades?limit=1000".formatted(after.id()))
                .as(Trade[].class));
        assertThat(trades).hasSize(fills);
        BigDecimal realised = sum(trades.stream()
                .map(trade -> trade.realisedPnl() == null ? BigDecimal.ZERO : trade.realisedPnl())
                .toList());
        BigDecimal commission = sum(trades.stream().map(Trade::commission).toList());
        assertThat(after.balance())
                .as("balance = initial + realised - commission + flows")
                .isEqualByComparingTo(INITIAL.add(realised).subtract(commission).add(flows));
        assertThat(after.netCashFlow()).isEqualByComparingTo(flows);
        assertThat(after.realisedPnl()).isEqualByComparingTo(realised);
        assertThat(after.commissionPaid()).isEqualByComparingTo(commission);
        assertThat(after.equity())
                .as("equity = balance + floating")
                .isEqualByComparingTo(after.balance().add(after.floatingPnl()));
        assertThat(after.floatingPnl())
                .isEqualByComparingTo(sum(
                        after.positions().stream().map(Position::floatingPnl).toList()));
        assertThat(after.marginUsed())
                .isEqualByComparingTo(
                        sum(after.positions().stream().map(Position::marginUsed).toList()));
        assertThat(after.sequence()).isGreaterThanOrEqualTo(before.sequence());
        assertThat(after.positions())
                .hasSize((int) lots.values().stream()
                        .filter(held -> held.signum() != 0)
                        .count())
                .allSatisfy(position -> {
                    assertThat(position.lots()).isPositive();
                    assertThat(position.marginUsed()).isPositive();
                    BigDecimal signed = position.direction() == Direction.LONG
                            ? position.lots()
                            : position.lots().negate();
                    assertThat(signed).isEqualByComparingTo(lots.get(position.symbol()));
                });
    }

    private void open(String id) {
        assertThat(client.with("portfolio:write")
                        .post(
                                "/api/v1/accounts",
                                "{\"id\": \"%s\", \"currency\": \"USD\", \"initial_balance\": 10000}".formatted(id))
                        .status())
                .isEqualTo(201);
    }

    private Account account(String id) {
        return client.with("trade:read").get("/api/v1/accounts/" + id).as(Account.class);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
