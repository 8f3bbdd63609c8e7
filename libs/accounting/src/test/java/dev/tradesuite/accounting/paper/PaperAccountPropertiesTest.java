package dev.tradesuite.accounting.paper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every account on any bars: seeded walks with gaps, all instruments, both moments of a fill. */
class PaperAccountPropertiesTest {

    private static final int BARS = 3000;

    private record Walk(Instrument instrument, List<PaperBar> bars, List<PaperSignal> signals) {

        static Walk of(String symbol, double price, long seed) {
            Random random = new Random(seed);
            Instrument instrument = PaperTests.instrument(symbol);
            List<PaperBar> bars = new ArrayList<>();
            List<PaperSignal> signals = new ArrayList<>();
            double last = price;
            Direction wanted = Direction.FLAT;
            for (int i = 0; i < BARS; i++) {
                // Now and then a gap over night.
                double open = last * (1 + (random.nextInt(50) == 0 ? 0.01 : 0.0001) * random.nextGaussian());
                double close = open * (1 + 0.001 * random.nextGaussian());
                double high = Math.max(open, close) * (1 + 0.0005 * random.nextDouble());
                double low = Math.min(open, close) * (1 - 0.0005 * random.nextDouble());
                bars.add(bar(instrument, i, open, high, low, close, random));
                if (random.nextInt(8) == 0) {
                    wanted = List.of(Direction.values()).get(random.nextInt(3));
                }
                signals.add(signal(instrument, wanted, close, random));
                last = close;
            }
            return new Walk(instrument, bars, signals);
        }

        private static PaperBar bar(
                Instrument instrument, int i, double open, double high, double low, double close, Random random) {
            Instant start = PaperTests.START.plus(PaperTests.LENGTH.multipliedBy(i));
            BigDecimal first = price(instrument, open);
            BigDecimal end = price(instrument, close);
            CurrencyConversion rate = random.nextInt(100) == 0 ? null : PaperTests.conversion(instrument, end);
            return new PaperBar(
                    start,
                    start.plus(PaperTests.LENGTH),
                    first,
                    price(instrument, high).max(first).max(end),
                    price(instrument, low).min(first).min(end),
                    end,
                    rate);
        }

        private static PaperSignal signal(Instrument instrument, Direction wanted, double close, Random random) {
            double distance = close * (0.001 + 0.003 * random.nextDouble()) * wanted.sign();
            boolean hasLevels = wanted != Direction.FLAT && random.nextInt(4) > 0;
            return new PaperSignal(
                    wanted,
                    BigDecimal.valueOf(random.nextInt(101), 2),
                    hasLevels ? price(instrument, close - distance) : null,
                    hasLevels ? price(instrument, close + 1.5 * distance) : null);
        }

        private static BigDecimal price(Instrument instrument, double value) {
            return instrument.roundToTick(BigDecimal.valueOf(value));
        }
    }

    private static Stream<Arguments> walks() {
        List<Arguments> walks = new ArrayList<>();
        for (FillMoment fill : FillMoment.values()) {
            for (long seed = 1; seed <= 3; seed++) {
                walks.add(Arguments.of("EURUSD", 1.08, seed, fill));
                walks.add(Arguments.of("USDCOP", 4000.0, seed, fill));
                walks.add(Arguments.of("USDJPY", 150.0, seed, fill));
                walks.add(Arguments.of("XAUUSD.SIM", 2500.0, seed, fill));
            }
        }
        return walks.stream();
    }

    @ParameterizedTest
    @MethodSource("walks")
    void booksBalanceAtEveryBar(String symbol, double price, long seed, FillMoment fill) {
        Walk walk = Walk.of(symbol, price, seed);
        PaperAccount account = account(walk, fill);
        BigDecimal start = account.funds().startingCapital();
        BigDecimal netOfTrades = BigDecimal.ZERO;
        BigDecimal peak = start;
        int flatBars = 0;
        int trades = 0;
        for (int i = 0; i < BARS; i++) {
            PaperBar bar = walk.bars().get(i);
            PaperStep step = account.apply(bar, walk.signals().get(i));
            account = step.account();
            for (PaperTrade trade : step.trades()) {
                netOfTrades = netOfTrades.add(trade.realizedPnl());
                trades++;
                requireExit(trade, bar);
            }
            PaperEquity point = step.equity();
            peak = peak.max(point.equity());
            assertThat(point.equity())
                    .isEqualByComparingTo(account.funds().cash().add(point.unrealizedPnl()));
            assertThat(account.funds().peakEquity()).isEqualByComparingTo(peak);
            assertThat(point.drawdownPercent().signum()).isLessThanOrEqualTo(0);
            PaperPosition held = account.position();
            if (held == null) {
                flatBars++;
                assertThat(point.equity().subtract(start)).isEqualByComparingTo(netOfTrades);
            } else {
                requireMark(held, bar, point);
            }
        }
        assertThat(trades).isGreaterThan(100);
        assertThat(flatBars).isGreaterThan(100);
    }

    @ParameterizedTest
    @MethodSource("walks")
    void anAccountThatIsStoredAfterEveryBarGoesOnTheSame(String symbol, double price, long seed, FillMoment fill) {
        Walk walk = Walk.of(symbol, price, seed);
        PaperAccount kept = account(walk, fill);
        PaperAccount stored = kept;
        for (int i = 0; i < BARS; i++) {
            PaperStep step = kept.apply(walk.bars().get(i), walk.signals().get(i));
            assertThat(stored.apply(walk.bars().get(i), walk.signals().get(i))).isEqualTo(step);
            kept = step.account();
            stored = PaperRow.of(kept).toAccount(kept.rules());
            assertThat(stored).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @MethodSource("walks")
    void whatComesLaterChangesNothingBefore(String symbol, double price, long seed, FillMoment fill) {
        Walk walk = Walk.of(symbol, price, seed);
        List<PaperStep> all = steps(walk, fill, BARS);

        assertThat(all.subList(0, BARS / 2)).isEqualTo(steps(walk, fill, BARS / 2));
    }

    private static List<PaperStep> steps(Walk walk, FillMoment fill, int bars) {
        List<PaperStep> steps = new ArrayList<>();
        PaperAccount account = account(walk, fill);
        for (int i = 0; i < bars; i++) {
            PaperStep step = account.apply(walk.bars().get(i), walk.signals().get(i));
            steps.add(step);
            account = step.account();
        }
        return steps;
    }

    private static PaperAccount account(Walk walk, FillMoment fill) {
        return PaperAccount.open(
                new PaperRules(
                        walk.instrument(),
                        "USD",
                        new BigDecimal("3"),
                        fill,
                        FillCostTable.shipped().of(walk.instrument())),
                new BigDecimal("10000"));
    }

    /** A fill is at a price the bar had, and what a trade brought follows from it. */
    private static void requireExit(PaperTrade trade, PaperBar bar) {
        assertThat(trade.exitPrice()).isBetween(bar.low(), bar.high());
        assertThat(trade.fees()).isPositive();
        assertThat(trade.mae().signum()).isLessThanOrEqualTo(0);
        assertThat(trade.mfe().signum()).isNotNegative();
        assertThat(trade.realizedPnl().add(trade.fees())).isBetween(trade.mae(), trade.mfe());
        CurrencyConversion rate = bar.conversion();
        if (rate != null) {
            BigDecimal move = trade.exitPrice().subtract(trade.entry().price());
            BigDecimal gross = move.multiply(trade.entry().quantity())
                    .multiply(BigDecimal.valueOf(trade.entry().direction().sign()))
                    .multiply(rate.numerator())
                    .divide(rate.denominator(), 8, RoundingMode.HALF_EVEN);
            assertThat(trade.realizedPnl()).isEqualByComparingTo(gross.subtract(trade.fees()));
        }
    }

    private static void requireMark(PaperPosition held, PaperBar bar, PaperEquity point) {
        assertThat(held.mark().price()).isEqualByComparingTo(bar.close());
        assertThat(held.entry().isStoppedAt(bar.close())).isFalse();
        assertThat(held.entry().isOnTargetAt(bar.close())).isFalse();
        CurrencyConversion rate = bar.conversion();
        if (rate != null) {
            BigDecimal profit = bar.close()
                    .subtract(held.entry().price())
                    .multiply(held.entry().quantity())
                    .multiply(BigDecimal.valueOf(held.entry().direction().sign()))
                    .multiply(rate.numerator())
                    .divide(rate.denominator(), 8, RoundingMode.HALF_EVEN);
            assertThat(point.unrealizedPnl()).isEqualByComparingTo(profit);
        }
    }

    /** Columns of a table, with the scales a database gives them. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record PaperRow(
            BigDecimal[] funds,
            @Nullable Instant lastBar,
            String lastSignal,
            String @Nullable [] positionTexts,
            BigDecimal @Nullable [] positionNumbers,
            @Nullable String pendingDirection,
            BigDecimal @Nullable [] pendingNumbers,
            boolean ended) {

        static PaperRow of(PaperAccount account) {
            PaperFunds funds = account.funds();
            PaperPosition held = account.position();
            PaperSignal pending = account.pending();
            return new PaperRow(
                    numbers(funds.startingCapital(), funds.cash(), funds.peakEquity()),
                    account.lastBar(),
                    account.lastSignal().name(),
                    held == null
                            ? null
                            : new String[] {
                                held.entry().direction().name(),
                                held.entry().at().toString()
                            },
                    held == null
                            ? null
                            : numbers(
                                    held.entry().quantity(),
                                    held.entry().price(),
                                    held.entry().notional(),
                                    held.entry().fee(),
                                    held.entry().stopLoss(),
                                    held.entry().takeProfit(),
                                    held.mark().price(),
                                    held.mark().rate(),
                                    held.mark().unrealizedPnl(),
                                    held.mark().mae(),
                                    held.mark().mfe()),
                    pending == null ? null : pending.direction().name(),
                    pending == null ? null : numbers(pending.size(), pending.stopLoss(), pending.takeProfit()),
                    account.ended());
        }

        PaperAccount toAccount(PaperRules rules) {
            return new PaperAccount(
                    rules,
                    new PaperFunds(funds[0], funds[1], funds[2]),
                    lastBar,
                    Direction.valueOf(lastSignal),
                    positionTexts == null || positionNumbers == null ? null : position(positionTexts, positionNumbers),
                    pendingDirection == null || pendingNumbers == null
                            ? null
                            : new PaperSignal(
                                    Direction.valueOf(pendingDirection),
                                    pendingNumbers[0],
                                    pendingNumbers[1],
                                    pendingNumbers[2]),
                    ended);
        }

        private static PaperPosition position(String[] texts, BigDecimal[] numbers) {
            return new PaperPosition(
                    new PaperEntry(
                            Direction.valueOf(texts[0]),
                            numbers[0],
                            numbers[1],
                            Instant.parse(texts[1]),
                            numbers[2],
                            numbers[3],
                            numbers[4],
                            numbers[5]),
                    new PaperMark(numbers[6], numbers[7], numbers[8], numbers[9], numbers[10]));
        }

        /** As {@code numeric(38,18)} keeps them. */
        private static BigDecimal[] numbers(@Nullable BigDecimal... values) {
            BigDecimal[] numbers = new BigDecimal[values.length];
            for (int i = 0; i < values.length; i++) {
                BigDecimal value = values[i];
                numbers[i] = value == null ? null : value.setScale(18, RoundingMode.UNNECESSARY);
            }
            return numbers;
        }
    }
}
