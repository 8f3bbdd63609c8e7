package dev.tradesuite.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.tradesuite.backtest.BacktestTrade.Exit;
import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.market.MarketSourceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BacktestsTest {

    private static final LocalDate FIRST = LocalDate.parse("2023-01-01");

    @TempDir
    Path folder;

    private final StringBuilder prices = new StringBuilder("market_id,token_id,outcome,question,timestamp,price\n");

    /**
     * Price 0.77 and half a spread of 0.01 make 0.78: 100 / 0.78 = 128.205128 shares. The last price, 0.97, says YES
     * came true: 128.205128 x 1 USD, a profit of 28.205128.
     */
    @Test
    void buysAtThePriceOfTheDayPlusHalfASpreadAndSettlesAtOne() {
        yes("7", "0.77", "0.85", "0.97");
        BacktestResult result = run(Map.of());
        assertThat(result.label()).isEqualTo(RunLabel.BACKTEST);
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.outcome()).isEqualTo("Yes");
            assertThat(trade.openedOn()).isEqualTo(FIRST);
            assertThat(trade.price()).isEqualByComparingTo("0.78");
            assertThat(trade.shares()).isEqualByComparingTo("128.205128");
            assertThat(trade.exit()).isEqualTo(Exit.WON);
            assertThat(trade.closedOn()).isEqualTo(FIRST.plusDays(3));
            assertThat(trade.proceeds()).isEqualByComparingTo("128.205128");
            assertThat(trade.profit()).isEqualByComparingTo("28.205128");
        });
        assertThat(result.finalValue()).isEqualByComparingTo("10028.205128");
        assertThat(result.performance().winRate()).isEqualTo(1.0);
        assertThat(result.performance().profitFactor()).as("no loss").isNull();
    }

    /**
     * After the purchase 9,900 cash and 128.205128 shares at the bid 0.77 - 0.01 = 0.76, which is 97.43589728; then at
     * 0.84.
     */
    @Test
    void marksPositionsAtWhatTheyCouldBeSoldFor() {
        yes("7", "0.77", "0.85", "0.97");
        BacktestResult result = run(Map.of());
        assertThat(result.equity().getFirst().cash()).isEqualByComparingTo("9900");
        assertThat(result.equity().getFirst().positionsValue()).isEqualByComparingTo("97.43589728");
        assertThat(result.equity().get(1).positionsValue()).isEqualByComparingTo("107.69230752");
        assertThat(result.equity())
                .extracting(DailyValue::day)
                .containsExactly(FIRST, FIRST.plusDays(1), FIRST.plusDays(2), FIRST.plusDays(3));
    }

    @Test
    void losesTheStakeWhenTheOtherOutcomeComesTrue() {
        yes("7", "0.23", "0.60", "0.99");
        BacktestResult result = run(Map.of());
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.outcome()).isEqualTo("No");
            assertThat(trade.exit()).isEqualTo(Exit.LOST);
            assertThat(trade.profit()).isEqualByComparingTo("-100");
        });
        assertThat(result.performance().winRate()).isEqualTo(0.0);
        assertThat(result.performance().profitFactor()).isEqualTo(0.0);
    }

    @Test
    void namedOutcomeCountsMoreThanTheLastPrice() {
        yes("7", "0.77", "0.85", "0.97");
        BacktestResult result = run(Map.of(), null, "market_id,outcome\n7,No\n");
        assertThat(result.trades()).extracting(BacktestTrade::exit).containsExactly(Exit.LOST);
        assertThat(result.notes()).extracting(Reason::code).doesNotContain(MarketReason.OUTCOME_INFERRED.name());
    }

    /** Bought at 0.78, last price 0.90: closed at 0.90 - 0.01 = 0.89, 128.205128 x 0.89 = 114.10256392 USD. */
    @Test
    void marketWhoseOutcomeNothingTellsIsNeitherWonNorLost() {
        yes("7", "0.77", "0.90", "0.5", "0.5", "0.5");
        BacktestResult result = run(Map.of());
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exit()).isEqualTo(Exit.NOT_SETTLED);
            assertThat(trade.closedOn()).as("the day after the last price").isEqualTo(FIRST.plusDays(2));
            assertThat(trade.proceeds()).isEqualByComparingTo("114.10256392");
        });
        assertThat(result.performance().decided()).isZero();
        assertThat(result.performance().winRate()).isNull();
        assertThat(result.performance().undecidedProfit()).isEqualByComparingTo("14.10256392");
        assertThat(result.notes()).extracting(Reason::code).contains(MarketReason.NOT_SETTLED.name());
        assertThat(result.summary()).contains("win rate       none: no trade has a result");
    }

    @Test
    void oneHalfForBothIsNoPriceAtAll() {
        yes("7", "0.5", "0.77", "0.5", "0.97");
        yes("8", "0.5", "0.5");
        BacktestResult result = run(Map.of());
        assertThat(result.markets()).isEqualTo(1);
        assertThat(result.marketsWithoutPrice()).isEqualTo(1);
        assertThat(result.from()).isEqualTo(FIRST.plusDays(1));
        assertThat(result.equity().get(1).positionsValue())
                .as("the mark of the day before stays")
                .isEqualByComparingTo("97.43589728");
        assertThat(result.trades()).extracting(BacktestTrade::exit).containsExactly(Exit.WON);
    }

    /** Whatever the days after a day say, that day and those before it stay as they were. No market ends in between. */
    @Test
    void noDayKnowsALaterOne() {
        yes("7", "0.60", "0.77", "0.70", "0.40", "0.02", "0.01", "0.01");
        yes("8", "0.10", "0.22", "0.21", "0.24", "0.24", "0.01", "0.003");
        yes("9", "0.78", "0.79", "0.81", "0.83", "0.85", "0.96", "0.99");
        String all = prices.toString();
        BacktestResult whole = run(Map.of());
        assertThat(whole.trades()).hasSize(3);
        for (int days = 1; days <= 7; days++) {
            LocalDate last = FIRST.plusDays(days - 1L);
            prices.setLength(0);
            all.lines()
                    .filter(line -> !line.contains("2023-01-") || !day(line).isAfter(last))
                    .forEach(line -> prices.append(line).append('\n'));
            assertThat(run(Map.of()).equity().stream()
                            .filter(point -> !point.day().isAfter(last)))
                    .as("until %s", last)
                    .isEqualTo(whole.equity().stream()
                            .filter(point -> !point.day().isAfter(last))
                            .toList());
        }
    }

    @Test
    void boldestFavouritesGetTheSlots() {
        yes("7", "0.76", "0.76");
        yes("8", "0.79", "0.79");
        yes("9", "0.78", "0.78");
        BacktestResult result = run(Map.of("max_positions", 2));
        assertThat(result.trades()).extracting(BacktestTrade::marketId).containsExactlyInAnyOrder("8", "9");
        assertThat(result.equity().getFirst().openPositions()).isEqualTo(2);
    }

    @Test
    void doesNotSpendMoreThanThereIs() {
        yes("7", "0.79", "0.79");
        yes("8", "0.78", "0.78");
        BacktestResult result = run(Map.of("trade_amount", 6000));
        assertThat(result.trades()).hasSize(1);
        assertThat(result.denied()).isPositive();
        assertThat(result.equity()).allSatisfy(point -> assertThat(point.cash()).isNotNegative());
    }

    /** 128.205128 shares sold at 0.90 - 0.01 = 0.89 bring 114.10256392. */
    @Test
    void sellsWhenTheStrategySaysSo() {
        yes("7", "0.77", "0.90", "0.95");
        BacktestResult result = run(Map.of("sell_at", new BigDecimal("0.88")));
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exit()).isEqualTo(Exit.SOLD);
            assertThat(trade.closedOn()).isEqualTo(FIRST.plusDays(1));
            assertThat(trade.profit()).isEqualByComparingTo("14.10256392");
        });
        assertThat(result.performance().totalReturn()).isCloseTo(0.0014102564, within(1e-9));
    }

    /**
     * Two prices a day. The cycle of 00:05 sees those of midnight: 0.78 on the third day, so 0.79 is paid; the 0.78 of
     * noon on the second day is seen on the third. 100 / 0.79 = 126.582278 shares.
     */
    @Test
    void cycleAfterMidnightSeesThePricesOfMidnight() {
        twice("0.60", "0.65", "0.70", "0.78", "0.78", "0.79", "0.80", "0.82", "0.85", "0.90", "0.90", "0.97");

        assertBoughtAtMidnight(run(Map.of()));
    }

    @Test
    void orderOfTheRowsChangesNothing() {
        twice("0.60", "0.65", "0.70", "0.78", "0.78", "0.79", "0.80", "0.82", "0.85", "0.90", "0.90", "0.97");
        List<String> rows = new ArrayList<>(prices.toString().lines().toList());
        Collections.reverse(rows.subList(1, rows.size()));
        prices.setLength(0);
        rows.forEach(row -> prices.append(row).append('\n'));

        assertBoughtAtMidnight(run(Map.of()));
    }

    @Test
    void byteOrderMarkIsNoPartOfTheHeader() {
        twice("0.60", "0.65", "0.70", "0.78", "0.78", "0.79", "0.80", "0.82", "0.85", "0.90", "0.90", "0.97");
        prices.insert(0, '\uFEFF');

        assertBoughtAtMidnight(run(Map.of()));
    }

    /** 2023-01-01T00:00Z is 1,672,531,200 seconds after 1970. */
    @ParameterizedTest
    @CsvSource({"1, ''", "1000, ''", "1000000, ''", "1000000000, ''", "1, .0"})
    void timesMayBeCountedSince1970(long factor, String fraction) {
        String[] yes = {"0.60", "0.65", "0.70", "0.78", "0.78", "0.79", "0.80", "0.82", "0.85", "0.90", "0.90", "0.97"};
        for (int i = 0; i < yes.length; i++) {
            BigDecimal price = new BigDecimal(yes[i]);
            String when = (1_672_531_200L + i * 43_200L) * factor + fraction;
            row("7", "Yes", when, price);
            row("7", "No", when, BigDecimal.ONE.subtract(price));
        }

        assertBoughtAtMidnight(run(Map.of()));
    }

    private static void assertBoughtAtMidnight(BacktestResult result) {
        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.openedOn()).isEqualTo(FIRST.plusDays(2));
            assertThat(trade.price()).isEqualByComparingTo("0.79");
            assertThat(trade.shares()).isEqualByComparingTo("126.582278");
            assertThat(trade.exit()).isEqualTo(Exit.WON);
            assertThat(trade.closedOn()).isEqualTo(FIRST.plusDays(6));
        });
        // Marks of midnight: 0.78, 0.80, 0.85 and 0.90, each less 0.01.
        assertThat(result.equity())
                .filteredOn(point -> point.openPositions() > 0)
                .extracting(DailyValue::positionsValue)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(
                        new BigDecimal("97.46835406"),
                        new BigDecimal("99.99999962"),
                        new BigDecimal("106.32911352"),
                        new BigDecimal("112.65822742"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999999", "4102444801", "99999999999999999999"})
    void timesBeyond2100AreNone(String when) {
        yes("7", "0.77", "0.97");
        row("8", "Yes", when, new BigDecimal("0.5"));

        assertThat(run(Map.of()).notes())
                .filteredOn(note -> note.code().equals(MarketReason.HISTORY_UNREADABLE.name()))
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("timestamp is no time"));
    }

    /** The lower of two prices at one time counts, whichever comes first. */
    @ParameterizedTest
    @CsvSource({"0.77, 0.79", "0.79, 0.77"})
    void twoPricesAtOneTimeAreToldAndTheLowerCounts(String first, String second) {
        row("7", "Yes", "2023-01-01T00:00:00Z", new BigDecimal(first));
        row("7", "Yes", "2023-01-01T00:00:00Z", new BigDecimal(second));
        row("7", "No", "2023-01-01T00:00:00Z", new BigDecimal("0.23"));

        BacktestResult result = run(Map.of());

        assertThat(result.trades()).extracting(BacktestTrade::price).containsExactly(new BigDecimal("0.78"));
        assertThat(result.notes()).extracting(Reason::code).contains(MarketReason.HISTORY_UNREADABLE.name());
    }

    /** Bought at 0.78: 128.205128 shares, half a dollar each, are 64.102564. */
    @Test
    void outcomesFileMaySayThatOutcomesPayAHalfEach() {
        yes("7", "0.77", "0.85", "0.97");

        BacktestResult result = run(Map.of(), null, "market_id,outcome,payout\n7,Yes,0.5\n7,No,0.5\n");

        assertThat(result.trades()).singleElement().satisfies(trade -> {
            assertThat(trade.exit()).isEqualTo(Exit.SETTLED);
            assertThat(trade.exitPrice()).isEqualByComparingTo("0.5");
            assertThat(trade.profit()).isEqualByComparingTo("-35.897436");
        });
        assertThat(result.performance().losses()).isEqualTo(1);
    }

    @Test
    void outcomesThatDoNotPayOneTogetherAreRefused() {
        yes("7", "0.77", "0.97");

        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> run(Map.of(), null, "market_id,outcome,payout\n7,Yes,0.5\n"))
                .withMessageContaining("The outcomes named for market 7 must pay 1 together");
    }

    /** One slot: market 7 ends on the third day, and market 8 is bought on that very day, whether 7 has an outcome. */
    @ParameterizedTest
    @CsvSource({"0.97, WON", "0.90, NOT_SETTLED"})
    void whatEndsLeavesItsSlotToAPurchaseOfTheSameDay(String last, Exit exit) {
        yes("7", "0.77", last);
        row("8", "Yes", "2023-01-03 00:00:11", new BigDecimal("0.77"));
        row("8", "No", "2023-01-03 00:00:11", new BigDecimal("0.23"));

        BacktestResult result = run(Map.of("max_positions", 1));

        assertThat(result.trades())
                .extracting(BacktestTrade::marketId, BacktestTrade::exit, BacktestTrade::closedOn)
                .startsWith(tuple("7", exit, FIRST.plusDays(2)));
        assertThat(result.trades())
                .filteredOn(trade -> trade.marketId().equals("8"))
                .extracting(BacktestTrade::openedOn)
                .containsExactly(FIRST.plusDays(2));
    }

    /** A stake of 9,000 twice: the second is paid for by what the first has brought on the same day. */
    @Test
    void whatEndsLeavesItsCashToAPurchaseOfTheSameDay() {
        yes("7", "0.77", "0.97");
        row("8", "Yes", "2023-01-03 00:00:11", new BigDecimal("0.77"));
        row("8", "No", "2023-01-03 00:00:11", new BigDecimal("0.23"));

        BacktestResult result = run(Map.of("trade_amount", 9000));

        assertThat(result.denied()).isZero();
        assertThat(result.trades()).extracting(BacktestTrade::marketId).containsExactly("7", "8");
    }

    @Test
    void saysThatTheHistoryIsTooShortInsteadOfFigures() {
        yes("7", "0.77", "0.70", "0.60", "0.97");

        BacktestResult result = Backtests.run(BacktestRequest.of(
                new HindsightStrategy(),
                Map.of(),
                new HistoryFiles(write("prices.csv", prices.toString()), null, null)));

        assertThat(result.historyIsTooShort()).isTrue();
        assertThat(result.summary())
                .contains("trades         none: HISTORY_TOO_SHORT, see the note")
                .noneMatch(line -> line.startsWith("win rate"));
    }

    @Test
    void filtersWithoutFiguresInTheHistoryAreOpenAndSaidToBe() {
        yes("7", "0.77", "0.97");
        BacktestResult result = run(Map.of("market_min_volume", 1_000_000));
        assertThat(result.trades()).hasSize(1);
        assertThat(result.config()).containsEntry("market_min_volume", BigDecimal.ZERO);
        assertThat(result.notes())
                .extracting(Reason::code)
                .contains(MarketReason.FILTERS_NOT_APPLIED.name(), MarketReason.NO_ORDER_BOOK.name());
    }

    @Test
    void marketsFileMayHaveDescriptionsOverManyLinesAndTellsTheOrderOfTheOutcomes() {
        prices.append("7,t2,Down,Up or down?,2023-01-01 00:00:10,0.23\n");
        prices.append("7,t1,Up,Up or down?,2023-01-01 00:00:09,0.77\n");
        String markets =
                """
                market_id,description,clob_token_ids
                7,"Two ""lines"",
                of text","[""t1"", ""t2""]"
                """;
        BacktestResult result = run(Map.of(), markets, null);
        assertThat(result.trades()).extracting(BacktestTrade::outcome).containsExactly("Up");
    }

    @Test
    void rowsThatMakeNoSenseAreLeftOutAndTold() {
        yes("7", "0.77", "0.97");
        prices.append(
                """
                8,t,Yes,Q?,yesterday,0.5
                8,t,Yes,Q?,2023-01-01 00:00:00,1.5
                ,t,Yes,Q?,2023-01-01 00:00:00,0.5
                8,t
                """);
        BacktestResult result = run(Map.of());
        assertThat(result.notes())
                .filteredOn(note -> note.code().equals(MarketReason.HISTORY_UNREADABLE.name()))
                .singleElement()
                .satisfies(note -> assertThat(note.message())
                        .contains("4: line 6 (timestamp is no time: yesterday)")
                        .contains("line 8 (market_id is missing)"));
    }

    @Test
    void saysWhatIsWrongWithTheConfiguration() {
        yes("7", "0.77");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("min_confidence", new BigDecimal("0.95"))))
                .withMessageContaining("min_confidence");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Map.of("stake", 5)))
                .withMessageContaining("stake expected one of");
    }

    @Test
    void saysWhatIsWrongWithTheAmounts() {
        HistoryFiles files = new HistoryFiles(Path.of("prices.csv"), null, null);
        FavouriteStrategy strategy = new FavouriteStrategy();
        BigDecimal one = BigDecimal.ONE;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BacktestRequest(strategy, Map.of(), files, BigDecimal.ZERO, BigDecimal.ZERO, one))
                .withMessage("the initial balance must be above 0, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BacktestRequest(strategy, Map.of(), files, one, new BigDecimal("0.5"), one))
                .withMessageContaining("half spread must be from 0 to below 0.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new BacktestRequest(strategy, Map.of(), files, one, BigDecimal.ZERO, new BigDecimal("0.5")))
                .withMessageContaining("price that settles must be above 0.5");
    }

    @Test
    void saysWhatIsWrongWithTheFiles() {
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> Backtests.run(BacktestRequest.of(
                        new FavouriteStrategy(), Map.of(), new HistoryFiles(folder.resolve("none.csv"), null, null))))
                .withMessageContaining("none.csv cannot be read");
        prices.setLength(0);
        prices.append("market_id,price\n7,0.5\n");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> run(Map.of()))
                .withMessageContaining("has no column token_id, outcome, question, timestamp");
        prices.setLength(0);
        prices.append("market_id,token_id,outcome,question,timestamp,price\n");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> run(Map.of()))
                .withMessageContaining("has no market with a price");
        yes("7", "0.77");
        assertThatExceptionOfType(MarketSourceException.class)
                .isThrownBy(() -> run(Map.of(), null, "market_id,outcome\n7,Maybe\n"))
                .withMessage("The outcome named for market 7 is Maybe; it has Yes, No");
    }

    /** One price of YES for each day from the first; NO is the rest to 1. */
    private void yes(String market, String... pricesOfYes) {
        for (int i = 0; i < pricesOfYes.length; i++) {
            BigDecimal yes = new BigDecimal(pricesOfYes[i]);
            String when = FIRST.plusDays(i) + " 00:00:11";
            row(market, "Yes", when, yes);
            row(market, "No", when, BigDecimal.ONE.subtract(yes));
        }
    }

    /** Prices of YES at midnight and at noon of each day. */
    private void twice(String... pricesOfYes) {
        for (int i = 0; i < pricesOfYes.length; i++) {
            BigDecimal yes = new BigDecimal(pricesOfYes[i]);
            String when = FIRST.plusDays(i / 2) + (i % 2 == 0 ? "T00:00:00Z" : "T12:00:00Z");
            row("7", "Yes", when, yes);
            row("7", "No", when, BigDecimal.ONE.subtract(yes));
        }
    }

    private void row(String market, String outcome, String when, BigDecimal price) {
        prices.append("%s,%s%s,%s,\"Question, %s?\",%s,%s%n"
                .formatted(market, market, outcome, outcome, market, when, price.toPlainString()));
    }

    private static LocalDate day(String line) {
        int at = line.indexOf("2023-01-");
        return LocalDate.parse(line.substring(at, at + 10));
    }

    private BacktestResult run(Map<String, ?> config) {
        return run(config, null, null);
    }

    private BacktestResult run(Map<String, ?> config, @Nullable String markets, @Nullable String outcomes) {
        return Backtests.run(BacktestRequest.of(
                new FavouriteStrategy(),
                config,
                new HistoryFiles(
                        write("prices.csv", prices.toString()),
                        markets == null ? null : write("markets.csv", markets),
                        outcomes == null ? null : write("outcomes.csv", outcomes))));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
