package dev.tradesuite.ledger.prediction;

import static dev.tradesuite.ledger.prediction.Wanted.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.prediction.MarketOutcome;
import dev.tradesuite.accounting.prediction.OutcomePosition;
import dev.tradesuite.accounting.prediction.OutcomeQuote;
import dev.tradesuite.accounting.prediction.OutcomeTerms;
import dev.tradesuite.accounting.prediction.Portfolio;
import dev.tradesuite.backtest.PortfolioReplay;
import dev.tradesuite.backtest.ReplayedDay;
import dev.tradesuite.contracts.ledger.PortfolioOrder.Status;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Batch;
import dev.tradesuite.ledger.prediction.PortfolioOrderService.Result;
import dev.tradesuite.market.MarketSnapshot;
import dev.tradesuite.strategy.cycle.CycleBooks;
import dev.tradesuite.strategy.cycle.CycleIntents;
import dev.tradesuite.strategy.cycle.CycleRequest;
import dev.tradesuite.strategy.cycle.CycleSummary;
import dev.tradesuite.strategy.cycle.HeldPrice;
import dev.tradesuite.strategy.cycle.OpenCycle;
import dev.tradesuite.strategy.selection.OrderIntent;
import dev.tradesuite.test.FixedClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same orders and prices through the books and through a replay: the same money, to the last digit. */
class SameBooksTest {

    private final InMemoryBooks stored = new InMemoryBooks();
    private final FixedClock clock = FixedClock.at(NOW.toString());
    private final FenceGuard fences = new FenceGuard(stored, stored, stored);
    private final PortfolioCycleService cycles =
            new PortfolioCycleService(stored, stored, fences, stored, stored, clock);
    private final PortfolioOrderService orders =
            new PortfolioOrderService(fences, stored, stored, stored, stored, stored, stored, stored, clock);
    private final PortfolioReplay replay = new PortfolioReplay("momentum", Map.of(), new BigDecimal("1000"), clock);

    /** Some orders are denied: too dear, crossed, held already, too small, or a leg of a set with such a one. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void replayAndBooksAgree(long seed) {
        Random random = new Random(seed);
        stored.open("1000", clock.instant());
        int filled = 0;
        int denied = 0;
        for (int day = 0; day < 60; day++) {
            clock.advance(Duration.ofDays(1));
            List<HeldPrice> prices = prices(random);
            List<OrderIntent> intents = intents(random);

            FencedRun run = new FencedRun(1, UUID.randomUUID(), 0);
            cycles.begin(run);
            Result result = orders.place(run, batch(prices, intents));
            ReplayedDay replayed = replayed(run, new CycleIntents(RunLabel.PAPER, prices, intents));

            assertThat(money(replay.portfolio()))
                    .isEqualTo(money(result.portfolio().books()));
            assertThat(replayed.trades()).isEqualTo(count(result, Status.FILLED));
            assertThat(replayed.denied()).isEqualTo(count(result, Status.DENIED));
            filled += replayed.trades();
            denied += replayed.denied();
        }
        assertThat(filled).isGreaterThan(50);
        assertThat(denied).isGreaterThan(30);
    }

    private List<HeldPrice> prices(Random random) {
        List<HeldPrice> prices = new ArrayList<>();
        for (OutcomePosition held : replay.portfolio().positions()) {
            Instant at = clock.instant().minusSeconds(random.nextInt(100_000));
            BigDecimal payout = random.nextInt(8) > 0 ? null : BigDecimal.valueOf(random.nextInt(3) * 5L, 1);
            BigDecimal bid = random.nextInt(4) == 0 ? null : cents(random, 1, 98);
            prices.add(new HeldPrice(held.market().marketId(), "Yes", bid, at, payout));
        }
        return prices;
    }

    private List<OrderIntent> intents(Random random) {
        List<OrderIntent> intents = new ArrayList<>();
        for (int market = 0; market < 12; market++) {
            BigDecimal price = cents(random, 2, 97);
            switch (random.nextInt(6)) {
                case 0 -> intents.add(intent(Side.SELL, market, price, null, null, null));
                case 1, 2 -> {
                    BigDecimal bid = random.nextInt(5) == 0
                            ? null
                            : price.add(new BigDecimal(random.nextInt(6) == 0 ? "0.01" : "-0.01"));
                    BigDecimal stake = random.nextInt(9) == 0
                            ? new BigDecimal("0.0000001")
                            : new BigDecimal("%d.%02d".formatted(5 + random.nextInt(200), random.nextInt(100)));
                    String set = random.nextInt(3) == 0 ? "set" : null;
                    intents.add(intent(Side.BUY, market, price, bid, stake, set));
                }
                default -> {
                    // Nothing is wanted of this market.
                }
            }
        }
        return intents;
    }

    private static BigDecimal cents(Random random, int from, int to) {
        return BigDecimal.valueOf(random.nextInt(from, to + 1), 2);
    }

    private static OrderIntent intent(
            Side side,
            int market,
            BigDecimal price,
            @Nullable BigDecimal bid,
            @Nullable BigDecimal stake,
            @Nullable String set) {
        return new OrderIntent(
                "m" + market,
                "Will it?",
                "Yes",
                side,
                price,
                bid,
                null,
                stake,
                new BigDecimal("0.4"),
                0.5,
                "a test",
                set);
    }

    private static Batch batch(List<HeldPrice> prices, List<OrderIntent> intents) {
        return new Batch(
                prices.stream()
                        .map(price -> new OutcomeQuote(
                                price.marketId(), price.outcome(), price.bid(), price.at(), price.payout()))
                        .toList(),
                intents.stream()
                        .map(intent -> new WantedOrder(
                                new OutcomeTerms(
                                        intent.side(),
                                        new MarketOutcome(intent.marketId(), intent.question(), intent.outcome()),
                                        intent.stake(),
                                        intent.price(),
                                        intent.exitPrice(),
                                        intent.quotedAt(),
                                        intent.feePercent(),
                                        RunLabel.PAPER,
                                        intent.reason()),
                                intent.set()))
                        .toList(),
                Map.of());
    }

    private ReplayedDay replayed(FencedRun run, CycleIntents batch) {
        CycleBooks.Beginning<ReplayedDay> beginning = replay.begin(new CycleRequest(1, run.cycleId(), 0));
        OpenCycle<ReplayedDay> day = ((CycleBooks.Beginning.Begun<ReplayedDay>) beginning).cycle();
        if (!batch.isEmpty()) {
            day.book(batch);
        }
        return day.complete(new CycleSummary(
                new CycleRequest(1, run.cycleId(), 0),
                "momentum",
                "1",
                "test",
                RunLabel.PAPER,
                clock.instant(),
                clock.instant(),
                new CycleSummary.Counts(0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new MarketSnapshot(clock.instant(), List.of(), List.of()),
                List.of()));
    }

    private static int count(Result result, Status status) {
        return (int) result.orders().values().stream()
                .filter(order -> order.status() == status)
                .count();
    }

    /** Everything but the ids. */
    private static List<Object> money(Portfolio portfolio) {
        List<Object> money = new ArrayList<>(List.of(portfolio.funds(), portfolio.value(), portfolio.floatingPnl()));
        portfolio
                .positions()
                .forEach(position -> money.addAll(List.of(
                        position.market(),
                        position.purchase(),
                        Optional.ofNullable(position.mark()),
                        position.quotedAt(),
                        position.value())));
        return money;
    }
}
