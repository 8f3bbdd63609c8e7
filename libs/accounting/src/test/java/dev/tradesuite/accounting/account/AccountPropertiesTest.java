package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.CATALOG;
import static dev.tradesuite.accounting.account.Fills.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any sequence of fills and prices. The seed of a failing case is in the test's name. */
class AccountPropertiesTest {

    private static final int FILLS = 60;

    /** Each booked amount is rounded by at most half of its 8th decimal. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.000000005");

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cashIsInitialPlusRealisedMinusCommission(long seed) {
        Walk walk = new Walk(seed).fills(FILLS);

        BigDecimal realised = sum(walk.trades.stream()
                .map(trade -> trade.realisedPnl().orElse(BigDecimal.ZERO))
                .toList());
        BigDecimal commission = sum(walk.trades.stream()
                .map(trade -> trade.fill().terms().commission())
                .toList());
        assertThat(walk.account.balance())
                .isEqualByComparingTo(new BigDecimal("10000").add(realised).subtract(commission));
        assertThat(walk.account.equity())
                .isEqualByComparingTo(walk.account.balance().add(walk.account.floatingPnl()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void positionsAreTheSumOfTheFills(long seed) {
        Walk walk = new Walk(seed).fills(FILLS);

        Map<String, BigDecimal> traded = new HashMap<>();
        walk.trades.forEach(trade -> traded.merge(
                trade.fill().instrument().symbol(),
                trade.fill()
                        .lots()
                        .value()
                        .multiply(BigDecimal.valueOf(trade.fill().side().sign())),
                BigDecimal::add));
        traded.forEach((symbol, lots) -> assertThat(
                        walk.account.position(symbol).map(Position::signedLots).orElse(BigDecimal.ZERO))
                .as(symbol)
                .isEqualByComparingTo(lots));
        walk.trades.forEach(trade -> assertThat(
                        trade.openedLots().value().add(trade.closedLots().value()))
                .isEqualByComparingTo(trade.fill().lots().value()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void flatteningLeavesNothingFloating(long seed) {
        Walk walk = new Walk(seed).fills(FILLS).flatten();

        assertThat(walk.account.positions()).isEmpty();
        assertThat(walk.account.floatingPnl()).isEqualByComparingTo("0");
        assertThat(walk.account.marginUsed()).isEqualByComparingTo("0");
        assertThat(walk.account.equity()).isEqualByComparingTo(walk.account.balance());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fromFlatToFlatTheProfitIsWhatWasReceivedMinusWhatWasPaid(long seed) {
        Walk walk = new Walk(seed, "EURUSD", "GBPUSD", "XAUUSD").fills(FILLS).flatten();

        // In the quote currency: sold lots bring in price x lots x contract size, bought lots cost it.
        BigDecimal received = sum(walk.trades.stream()
                .map(Trade::fill)
                .map(fill -> fill.instrument()
                        .notional(fill.lots(), fill.price())
                        .multiply(BigDecimal.valueOf(-fill.side().sign())))
                .toList());
        assertThat(walk.account.cash().realisedPnl())
                .isCloseTo(received, within(ROUNDING.multiply(BigDecimal.valueOf(walk.trades.size()))));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fillAtTheMarkChangesEquityByItsCommissionOnly(long seed) {
        Walk walk = new Walk(seed);

        for (int i = 0; i < FILLS; i++) {
            walk.move();
            BigDecimal before = walk.account.equity();
            Trade trade = walk.fill();
            // One rounding for the realised profit, one before and one after for the position's floating profit.
            assertThat(walk.account.equity())
                    .isCloseTo(
                            before.subtract(trade.fill().terms().commission()),
                            within(ROUNDING.multiply(BigDecimal.valueOf(3))));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyChangeHasTheNextSequenceNumber(long seed) {
        Walk walk = new Walk(seed);

        for (int i = 0; i < FILLS; i++) {
            long before = walk.account.sequence();
            walk.fill();
            assertThat(walk.account.sequence()).isEqualTo(before + 1);
        }
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A random market and a trader who buys and sells in it at the newest prices. */
    private static final class Walk {

        private static final Map<String, String> FIRST_PRICES = Map.of(
                "EURUSD", "1.08350",
                "GBPUSD", "1.27000",
                "USDJPY", "150.000",
                "EURGBP", "0.85300",
                "GBPCHF", "1.11760",
                "USDCHF", "0.88000",
                "XAUUSD", "2650.00");

        private final Random random;
        private final List<String> traded;
        private final Map<String, Mark> marks = new HashMap<>();
        private final List<Trade> trades = new ArrayList<>();
        private Instant now = START;
        private Account account = Account.opened(
                new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")), START);

        Walk(long seed, String... traded) {
            this.random = new Random(seed);
            this.traded =
                    traded.length == 0 ? FIRST_PRICES.keySet().stream().sorted().toList() : List.of(traded);
            FIRST_PRICES.forEach((symbol, price) -> marks.put(symbol, Mark.market(new BigDecimal(price), START)));
        }

        Walk fills(int count) {
            for (int i = 0; i < count; i++) {
                move();
                fill();
            }
            return this;
        }

        /** Closes every position at its mark. */
        Walk flatten() {
            for (Position open : account.positions()) {
                Side side = open.direction() == Direction.LONG ? Side.SELL : Side.BUY;
                book(side, open.lots().toString(), open.symbol());
            }
            return this;
        }

        /** Moves every price by up to half a percent and values the account at them. */
        void move() {
            now = now.plusSeconds(60);
            marks.replaceAll((symbol, mark) -> Mark.market(
                    mark.price()
                            .multiply(BigDecimal.valueOf(0.995 + random.nextDouble() / 100))
                            .setScale(mark.price().scale(), RoundingMode.HALF_EVEN),
                    now));
            account = account.marked(prices(), now).orElse(account);
        }

        Trade fill() {
            String symbol = traded.get(random.nextInt(traded.size()));
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
            return book(side, BigDecimal.valueOf(1 + random.nextInt(100), 2).toPlainString(), symbol);
        }

        private Trade book(Side side, String lots, String symbol) {
            Instrument instrument = Fills.instrument(symbol);
            Fill fill = Fills.of(side, lots, symbol, price(symbol))
                    .rate(rate(instrument.quote()))
                    .commission(BigDecimal.valueOf(random.nextInt(1_000), 2).toPlainString())
                    .at(now)
                    .get();
            AccountBooking booking = account.booked(fill, prices(), now);
            account = booking.account();
            trades.add(booking.trade());
            return booking.trade();
        }

        private String price(String symbol) {
            return Optional.ofNullable(marks.get(symbol)).orElseThrow().price().toPlainString();
        }

        private String rate(String quote) {
            Map<String, BigDecimal> prices = new HashMap<>();
            marks.forEach((symbol, mark) -> prices.put(symbol, mark.price()));
            return ConversionRates.of(CATALOG, prices)
                    .find(quote, "USD")
                    .orElseThrow()
                    .rate()
                    .toPlainString();
        }

        private ValuationPrices prices() {
            return ValuationPrices.of(CATALOG, marks);
        }
    }
}
