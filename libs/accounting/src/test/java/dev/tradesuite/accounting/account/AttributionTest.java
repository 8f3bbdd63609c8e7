package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static dev.tradesuite.accounting.account.StrategyHolding.UNASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AttributionTest {

    private static final int FILLS = 80;

    private Account account =
            Account.opened(new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")), START);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @Test
    void fillIsOfTheStrategyItNamesAndOfNobodyWithout() {
        book(buy("0.4", "EURUSD", "1.0800").strategy("trend"));
        book(buy("0.1", "EURUSD", "1.0900").strategy("trend"));
        book(buy("0.2", "EURUSD", "1.1000"));

        assertThat(lots("trend")).isEqualByComparingTo("0.5");
        // (0.4 x 1.08 + 0.1 x 1.09) / 0.5
        assertThat(holding("trend").averagePrice().orElseThrow()).isEqualByComparingTo("1.082");
        assertThat(lots(UNASSIGNED)).isEqualByComparingTo("0.2");
    }

    @Test
    void nobodysNameAndABlankOneAreNoStrategies() {
        book(buy("0.4", "EURUSD", "1.0800").strategy(UNASSIGNED));
        book(buy("0.1", "EURUSD", "1.0800").strategy(" "));

        assertThat(account.holdings()).hasSize(1);
        assertThat(lots(UNASSIGNED)).isEqualByComparingTo("0.5");
    }

    @Test
    void fillThatNamesNoneTakesFromNobodyFirstThenInProportion() {
        book(buy("3", "EURUSD", "1.0800").strategy("a"));
        book(buy("1", "EURUSD", "1.0800").strategy("b"));
        book(buy("2", "EURUSD", "1.0800"));

        List<StrategyHolding> changed = book(sell("4", "EURUSD", "1.0900"));

        assertThat(changed).extracting(StrategyHolding::strategy).containsExactly("a", "b", UNASSIGNED);
        // 2 from nobody; of the other 2, 3/4 from a and the rest from b
        assertThat(lots(UNASSIGNED)).isEqualByComparingTo("0");
        assertThat(lots("a")).isEqualByComparingTo("1.5");
        assertThat(lots("b")).isEqualByComparingTo("0.5");
        // 0.0100 x 1.5 x 100,000
        assertThat(holding("a").realisedPnl()).isEqualByComparingTo("1500");
        assertThat(holding("b").realisedPnl()).isEqualByComparingTo("500");
    }

    @Test
    void lastHolderTakesTheRestOfWhatCannotBeDivided() {
        book(buy("1", "EURUSD", "1.0800").strategy("a"));
        book(buy("1", "EURUSD", "1.0800").strategy("b"));
        book(buy("1", "EURUSD", "1.0800").strategy("c"));

        book(sell("0.1", "EURUSD", "1.0800"));

        assertThat(lots("a")).isEqualByComparingTo("0.9666666666666667");
        assertThat(lots("b")).isEqualByComparingTo("0.9666666666666667");
        assertThat(lots("c")).isEqualByComparingTo("0.9666666666666666");
    }

    @Test
    void whatOpensIsNobodys() {
        book(buy("0.3", "EURUSD", "1.0800").strategy("a"));

        book(sell("0.5", "EURUSD", "1.0900"));

        assertThat(lots("a")).isEqualByComparingTo("0");
        assertThat(holding("a").cost()).isEqualByComparingTo("0");
        assertThat(holding("a").averagePrice()).isEmpty();
        assertThat(lots(UNASSIGNED)).isEqualByComparingTo("-0.2");
        assertThat(holding(UNASSIGNED).averagePrice().orElseThrow()).isEqualByComparingTo("1.09");
    }

    @Test
    void holderAgainstThePositionIsLeftAlone() {
        book(buy("1", "EURUSD", "1.0800").strategy("a"));
        book(sell("0.4", "EURUSD", "1.0800").strategy("b"));

        book(sell("0.3", "EURUSD", "1.0800"));

        assertThat(lots("a")).isEqualByComparingTo("0.7");
        assertThat(lots("b")).isEqualByComparingTo("-0.4");
        assertThat(account.position("EURUSD").orElseThrow().signedLots()).isEqualByComparingTo("0.3");
    }

    @Test
    void holdersAgainstOneAnotherMayLeaveNoPosition() {
        book(buy("1", "EURUSD", "1.0800").strategy("a"));
        book(sell("1", "EURUSD", "1.0900").strategy("b"));

        assertThat(account.positions()).isEmpty();
        assertThat(lots("a")).isEqualByComparingTo("1");
        assertThat(lots("b")).isEqualByComparingTo("-1");
        // Nothing was closed by either, though the account has taken its profit.
        assertThat(holding("a").realisedPnl()).isEqualByComparingTo("0");
        assertThat(account.cash().realisedPnl()).isEqualByComparingTo("1000");
    }

    @Test
    void holdingTurnsThroughZeroAtThePriceOfTheFill() {
        book(buy("0.4", "EURUSD", "1.0800").strategy("a"));
        book(sell("0.6", "EURUSD", "1.0900").strategy("a"));
        book(buy("0.1", "EURUSD", "1.0850").strategy("a"));

        assertThat(lots("a")).isEqualByComparingTo("-0.1");
        assertThat(holding("a").cost()).isEqualByComparingTo("-0.109");
        // 0.0100 x 0.4 x 100,000 + 0.0050 x 0.1 x 100,000
        assertThat(holding("a").realisedPnl()).isEqualByComparingTo("450");
        assertThat(account.cash().realisedPnl()).isEqualByComparingTo("450");
    }

    @Test
    void profitIsConvertedAtTheRateOfTheFill() {
        book(buy("0.31", "EURGBP", "0.8500").rate("1.27").strategy("a"));
        book(sell("0.31", "EURGBP", "0.8510").rate("1.30").strategy("a"));

        // 0.0010 x 0.31 x 100,000 = 31 GBP; x 1.30
        assertThat(holding("a").realisedPnl()).isEqualByComparingTo("40.3");
    }

    @Test
    void stopThatOutlivesItsLotsTakesNoMoreThanItsStrategyHolds() {
        book(buy("1", "EURUSD", "1.0800").strategy("a"));
        book(buy("1", "EURUSD", "1.0800").strategy("b"));
        book(sell("0.6", "EURUSD", "1.0800").strategy("b"));

        book(sell("1", "EURUSD", "1.0700").strategy("b").reducing());

        assertThat(lots("b")).isEqualByComparingTo("0");
        assertThat(lots("a")).isEqualByComparingTo("0.4");
    }

    @Test
    void holdingIsValuedAtTheMarkOfThePosition() {
        book(buy("1", "EURUSD", "1.0800").strategy("a"));
        book(sell("0.4", "EURUSD", "1.0900").strategy("b"));
        Position position = account.position("EURUSD").orElseThrow();

        assertThat(position.mark().price()).isEqualByComparingTo("1.0800");
        assertThat(holding("a").valueAt(position)).isEqualByComparingTo("108000");
        assertThat(holding("b").valueAt(position)).isEqualByComparingTo("-43200");
        // (1.0900 - 1.0800) x 0.4 x 100,000
        assertThat(holding("b").floatingPnl(position)).isEqualByComparingTo("400");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void holdersAddUpToThePositionAndToItsProfit(long seed) {
        Random random = new Random(seed);
        int rounded = 0;
        for (int i = 0; i < FILLS; i++) {
            List<StrategyHolding> before = account.holdings();
            List<StrategyHolding> changed = book(randomFill(random));
            rounded += changed.size() + 1;

            for (String symbol : List.of("EURUSD", "GBPUSD")) {
                assertThat(sum(symbol))
                        .as(symbol)
                        .isEqualByComparingTo(account.position(symbol)
                                .map(Position::signedLots)
                                .orElse(BigDecimal.ZERO));
            }
            assertThat(account.holdings()).allSatisfy(holding -> {
                assertThat(holding.cost().signum()).isEqualTo(holding.lots().signum());
            });
            assertThat(account.holdings()).containsAll(changed);
            assertThat(changed).noneMatch(before::contains);
        }
        // What the holders have won, closed and open at one price, is what the account has won at that price.
        BigDecimal won = account.holdings().stream()
                .map(holding -> holding.realisedPnl().add(open(holding.lots(), holding.cost())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal all = account.positions().stream()
                .map(position -> open(
                        position.signedLots(),
                        position.cost()
                                .multiply(
                                        BigDecimal.valueOf(position.direction().sign()))))
                .reduce(account.cash().realisedPnl(), BigDecimal::add);
        assertThat(won).isCloseTo(all, within(new BigDecimal("0.00000001").multiply(BigDecimal.valueOf(rounded))));
    }

    private static BigDecimal open(BigDecimal lots, BigDecimal cost) {
        return new BigDecimal("1.2").multiply(lots).subtract(cost).multiply(new BigDecimal("100000"));
    }

    private static Fills randomFill(Random random) {
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        String lots = BigDecimal.valueOf(1 + random.nextInt(200), 2).toPlainString();
        String price = BigDecimal.valueOf(10_000 + random.nextInt(3_000), 4).toPlainString();
        @Nullable
        String strategy =
                random.nextInt(3) == 0 ? null : List.of("a", "b", "c", "d").get(random.nextInt(4));
        Fills fill = Fills.of(side, lots, random.nextBoolean() ? "EURUSD" : "GBPUSD", price)
                .strategy(strategy);
        return random.nextInt(4) == 0 ? fill.reducing() : fill;
    }

    private List<StrategyHolding> book(Fills fill) {
        AccountBooking booking = account.booked(fill.get(), ValuationPrices.none(), START);
        account = booking.account();
        return booking.holdings();
    }

    private BigDecimal sum(String symbol) {
        return account.holdings().stream()
                .filter(holding -> holding.symbol().equals(symbol))
                .map(StrategyHolding::lots)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal lots(String strategy) {
        return holding(strategy).lots();
    }

    private StrategyHolding holding(String strategy) {
        return account.holdings().stream()
                .filter(holding -> holding.strategy().equals(strategy))
                .findFirst()
                .orElseThrow();
    }
}
