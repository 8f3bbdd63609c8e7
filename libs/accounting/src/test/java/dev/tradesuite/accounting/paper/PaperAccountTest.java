package dev.tradesuite.accounting.paper;

import static dev.tradesuite.accounting.paper.PaperTests.buy;
import static dev.tradesuite.accounting.paper.PaperTests.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.instruments.CatalogException;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Direction;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperAccountTest {

    private static final Instant START = PaperTests.START;

    @Test
    void euroDollarPaidForInDollars() {
        // 10,000 x 0.5 = 5,000 USD at 1.08: 4,629.62962962 EUR. Each fill (0.8 + 0.1 pip) x that = 0.41666667 up.
        PaperTests paper = PaperTests.with(PaperRules.ordinary(
                PaperTests.instrument("EURUSD"), FillCostTable.shipped().of(PaperTests.instrument("EURUSD"))));

        PaperStep opened = paper.at("1.08", buy("0.5"));
        assertThat(opened.equity().equity()).isEqualByComparingTo("9999.58333333");
        PaperEntry entry = paper.account().openPosition().orElseThrow().entry();
        assertThat(entry.quantity()).isEqualByComparingTo("4629.62962962");
        assertThat(entry.notional()).isEqualByComparingTo("4999.99999999");

        // 0.01 x 4,629.62962962 = 46.29629630; less two fees 45.46296296.
        PaperTrade trade = only(paper.at("1.09", PaperSignal.FLAT));
        assertThat(trade.fees()).isEqualByComparingTo("0.83333334");
        assertThat(trade.realizedPnl()).isEqualByComparingTo("45.46296296");
        assertThat(trade.reason()).isEqualTo(PaperExitReason.SIGNAL_CHANGE);
        assertThat(trade.reason().status()).isEqualTo(PaperPositionStatus.CLOSED);
        assertThat(paper.account().funds().cash()).isEqualByComparingTo("10045.46296296");
    }

    @Test
    void pesosBecomeDollarsAtThePriceOfTheBar() {
        // 10,000 USD bought at 4,000; at 4,100 they gain 1,000,000 COP, which are 1,000,000 / 4,100 = 243.90243902 USD.
        PaperTests paper = PaperTests.free("USDCOP");

        paper.at("4000", buy("1"));
        assertThat(paper.account().openPosition().orElseThrow().entry().quantity())
                .isEqualByComparingTo("10000");
        assertThat(paper.at("4050", buy("1")).equity().equity())
                // 500,000 / 4,050
                .isEqualByComparingTo("10123.45679012");
        assertThat(only(paper.at("4100", PaperSignal.FLAT)).realizedPnl()).isEqualByComparingTo("243.90243902");
    }

    @Test
    void costsOfTheDollarInPesosAreThreePesosAndTheSlippage() {
        PaperTests paper = PaperTests.with(PaperRules.ordinary(
                PaperTests.instrument("USDCOP"), FillCostTable.shipped().of(PaperTests.instrument("USDCOP"))));

        paper.at("4000", buy("1"));
        // 10,000 x 3.5 COP / 4,000 = 8.75 USD
        assertThat(paper.account().openPosition().orElseThrow().entry().fee()).isEqualByComparingTo("8.75");
    }

    @Test
    void yenBecomeDollarsAtThePriceOfTheBar() {
        // 8,000 USD sold at 150; at 148.50 they gain 1.5 x 8,000 = 12,000 JPY = 80.80808081 USD.
        PaperTests paper = PaperTests.free("USDJPY");

        paper.at("150", sell("0.8"));
        assertThat(paper.account().openPosition().orElseThrow().entry().notional())
                .isEqualByComparingTo("8000");
        assertThat(only(paper.at("148.50", PaperSignal.FLAT)).realizedPnl()).isEqualByComparingTo("80.80808081");
    }

    @Test
    void goldIsCountedInOunces() {
        // 10,000 x 0.25 = 2,500 USD at 2,500: one ounce. Fees (0.25 + 0.05) = 0.30 a fill. Stopped at 2,480: -20 -
        // 0.60.
        PaperTests paper = PaperTests.with(PaperRules.ordinary(
                PaperTests.instrument("XAUUSD"), FillCostTable.shipped().of(PaperTests.instrument("XAUUSD"))));

        paper.at("2500", buy("0.25", "2480", "2560"));
        PaperTrade trade = only(paper.bar("2495", "2505", "2470", "2475", buy("0.25", "2480", "2560")));

        assertThat(trade.entry().quantity()).isEqualByComparingTo("1");
        assertThat(trade.exitPrice()).isEqualByComparingTo("2480");
        assertThat(trade.fees()).isEqualByComparingTo("0.60");
        assertThat(trade.realizedPnl()).isEqualByComparingTo("-20.60");
        assertThat(trade.reason().status()).isEqualTo(PaperPositionStatus.STOPPED);
    }

    @ParameterizedTest
    @CsvSource({
        // open, high, low, close: exit, reason; long from 100 with stop 98 and target 103
        "100,  103, 100, 102,   103,  TAKE_PROFIT",
        "100,  101,  98, 100,    98,  STOP",
        // both within one bar: the stop
        "100,  104,  97, 103,    98,  STOP",
        // opened beyond it: the open
        " 96,   99,  95,  97,    96,  STOP",
        "105,  106, 104, 105,   105,  TAKE_PROFIT",
        // opened at it
        " 98,   99,  98,  99,    98,  STOP",
        // opened beyond the target, then down to the stop: it had ended at the open
        "105,  106,  90,  91,   105,  TAKE_PROFIT"
    })
    void aLongPositionMeetsItsStopBeforeItsTarget(
            String open, String high, String low, String close, String exit, PaperExitReason reason) {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1", "98", "103"));

        PaperTrade trade = only(paper.bar(open, high, low, close, buy("1", "98", "103")));

        assertThat(trade.exitPrice()).isEqualByComparingTo(exit);
        assertThat(trade.reason()).isEqualTo(reason);
        assertThat(paper.account().openPosition()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // short from 100 with stop 102 and target 97
        "100,  100,  97,  98,    97,  TAKE_PROFIT",
        "100,  102,  99, 100,   102,  STOP",
        "100,  103,  96,  97,   102,  STOP",
        "104,  105, 101, 102,   104,  STOP",
        " 95,   96,  94,  95,    95,  TAKE_PROFIT"
    })
    void aShortPositionMeetsItsStopBeforeItsTarget(
            String open, String high, String low, String close, String exit, PaperExitReason reason) {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", sell("1", "102", "97"));

        PaperTrade trade = only(paper.bar(open, high, low, close, sell("1", "102", "97")));

        assertThat(trade.exitPrice()).isEqualByComparingTo(exit);
        assertThat(trade.reason()).isEqualTo(reason);
    }

    @Test
    void theBarOfTheEntryEndsNothing() {
        // The close is the entry; the range of that bar lies before it.
        PaperTests paper = PaperTests.free("AAPL");

        assertThat(paper.bar("100", "110", "90", "100", buy("1", "98", "103")).trades())
                .isEmpty();
    }

    @Test
    void longToShortIsOneCloseAndOneOpen() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1"));

        PaperStep turned = paper.at("101", sell("1"));

        assertThat(turned.events()).hasSize(2);
        assertThat(only(turned).realizedPnl()).isEqualByComparingTo("100");
        assertThat(turned.events().getLast()).isInstanceOf(PaperEvent.Opened.class);
        assertThat(paper.account().openPosition().orElseThrow().entry().direction())
                .isEqualTo(Direction.SHORT);
        // 10,100 / 101
        assertThat(paper.account().openPosition().orElseThrow().entry().quantity())
                .isEqualByComparingTo("100");
    }

    @Test
    void theSameSignalAgainChangesNothing() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("0.5", "98", "103"));
        PaperEntry entry = paper.account().openPosition().orElseThrow().entry();

        assertThat(paper.at("101", buy("1", "99", "110")).events()).isEmpty();
        assertThat(paper.account().openPosition().orElseThrow().entry()).isEqualTo(entry);
    }

    @Test
    void afterAStopTheSideRestsUntilTheSignalHasChangedOnce() {
        PaperTests paper = PaperTests.free("AAPL");
        PaperSignal up = buy("1", "98", "110");
        paper.at("100", up);
        assertThat(paper.at("97", up).trades()).hasSize(1);

        assertThat(paper.at("100", up).events()).isEmpty();
        assertThat(paper.at("100", up).events()).isEmpty();
        assertThat(paper.at("100", PaperSignal.FLAT).events()).isEmpty();
        assertThat(paper.at("100", up).events()).hasSize(1).first().isInstanceOf(PaperEvent.Opened.class);
    }

    @Test
    void afterATargetTheOtherSideMayBeTakenAtOnce() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1", "98", "103"));

        PaperStep turned = paper.bar("101", "104", "101", "102", sell("1", "105", "90"));

        assertThat(turned.events()).hasExactlyElementsOfTypes(PaperEvent.Closed.class, PaperEvent.Opened.class);
        assertThat(only(turned).reason()).isEqualTo(PaperExitReason.TAKE_PROFIT);
    }

    @Test
    void aSignalCanWaitForTheNextOpen() {
        PaperTests paper = PaperTests.atNextOpen("AAPL");

        assertThat(paper.at("100", buy("1", "95", "120")).events()).isEmpty();
        assertThat(paper.account().pending()).isNotNull();
        PaperStep opened = paper.bar("101", "102", "100", "100", PaperSignal.FLAT);

        assertThat(((PaperEvent.Opened) opened.events().getFirst()).entry()).satisfies(entry -> {
            assertThat(entry.price()).isEqualByComparingTo("101");
            assertThat(entry.at()).isEqualTo(START.plus(PaperTests.LENGTH));
        });
        PaperTrade trade = only(paper.bar("103", "104", "102", "104", PaperSignal.FLAT));
        assertThat(trade.exitPrice()).isEqualByComparingTo("103");
        assertThat(trade.exitAt()).isEqualTo(START.plus(PaperTests.LENGTH.multipliedBy(2)));
    }

    @Test
    void aPositionOfTheOpenMeetsTheRangeOfItsBar() {
        PaperTests paper = PaperTests.atNextOpen("AAPL");
        paper.at("100", buy("1", "95", "120"));

        PaperStep step = paper.bar("101", "102", "94", "96", buy("1", "95", "120"));

        assertThat(step.events()).hasExactlyElementsOfTypes(PaperEvent.Opened.class, PaperEvent.Closed.class);
        assertThat(only(step).exitPrice()).isEqualByComparingTo("95");
    }

    @Test
    void whatOpensBeyondTheLevelsOfItsSignalIsNotEntered() {
        PaperTests paper = PaperTests.atNextOpen("AAPL");
        paper.at("100", buy("1", "95", "120"));

        assertThat(paper.at("94", buy("1", "95", "120")).events())
                .containsExactly(new PaperEvent.Declined(PaperRefusal.BEYOND_LEVELS, START.plus(PaperTests.LENGTH)));
        assertThat(paper.account().openPosition()).isEmpty();
    }

    @Test
    void withoutARateNothingIsOpenedAndTheSignalCountsAsFlat() {
        PaperTests paper = PaperTests.free("EURGBP");

        PaperStep declined = paper.withoutRate("0.85", buy("1"));
        assertThat(declined.events())
                .containsExactly(new PaperEvent.Declined(PaperRefusal.NO_CONVERSION, START.plus(PaperTests.LENGTH)));
        assertThat(paper.account().lastSignal()).isEqualTo(Direction.FLAT);
    }

    @Test
    void anOpenPositionKeepsTheNewestRateWhileABarHasNone() {
        PaperTests paper = PaperTests.free("USDJPY");
        paper.at("150", buy("1"));

        PaperStep step = paper.withoutRate("153", buy("1"));

        assertThat(step.events()).singleElement().isInstanceOfSatisfying(PaperEvent.RateKept.class, kept -> assertThat(
                        kept.rate())
                .isEqualByComparingTo("0.00666666666667"));
        // 3 x 10,000 JPY x 0.00666666666667
        assertThat(step.equity().unrealizedPnl()).isEqualByComparingTo("200");
    }

    @Test
    void anAccountWithoutEquityIsLiquidatedAndTradesNoMore() {
        // Twenty times 10,000 at 100: 2,000 shares. At 94.90 they have lost 10,200.
        PaperTests paper = PaperTests.leveraged("AAPL", "20");
        paper.at("100", buy("1"));

        PaperStep step = paper.bar("100", "100", "94", "94.90", buy("1"));

        assertThat(only(step).reason()).isEqualTo(PaperExitReason.LIQUIDATED);
        assertThat(only(step).reason().status()).isEqualTo(PaperPositionStatus.LIQUIDATED);
        assertThat(step.events().getLast()).isInstanceOf(PaperEvent.Ended.class);
        assertThat(step.equity().equity()).isEqualByComparingTo("-200");
        assertThat(paper.account().ended()).isTrue();
        PaperStep after = paper.at("200", sell("1"));
        assertThat(after.events()).isEmpty();
        assertThat(after.equity().equity()).isEqualByComparingTo("-200");
        assertThat(paper.account().lastBar()).isEqualTo(START.plus(PaperTests.LENGTH.multipliedBy(2)));
    }

    @Test
    void aStopThatCostsEverythingEndsTheAccountToo() {
        PaperTests paper = PaperTests.leveraged("AAPL", "20");
        paper.at("100", buy("1", "98", "110"));

        PaperStep step = paper.at("94", sell("1"));

        assertThat(step.events()).hasExactlyElementsOfTypes(PaperEvent.Closed.class, PaperEvent.Ended.class);
        assertThat(only(step).reason()).isEqualTo(PaperExitReason.STOP);
        assertThat(only(step).realizedPnl()).isEqualByComparingTo("-12000");
    }

    @Test
    void theEndOfARunClosesAtTheLastClose() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1"));
        paper.bar("101", "103", "99", "102", buy("1"));

        PaperStep ended = paper.end();

        assertThat(only(ended).reason()).isEqualTo(PaperExitReason.END_OF_RUN);
        assertThat(only(ended).realizedPnl()).isEqualByComparingTo("200");
        assertThat(ended.equity().equity()).isEqualByComparingTo("10200");
        assertThat(paper.account().ended()).isTrue();
    }

    @Test
    void remembersTheWorstAndTheBestOnTheWay() {
        // 100 shares from 100: low 99.5 and high 103 in one bar, low 99 in the next, out at 101.
        PaperTests paper = PaperTests.free("AAPL");
        paper.bar("100", "120", "80", "100", buy("1"));
        paper.bar("100", "103", "99.5", "102", buy("1"));

        PaperTrade trade = only(paper.bar("102", "102.5", "99", "101", PaperSignal.FLAT));

        assertThat(trade.mae()).isEqualByComparingTo("-100");
        assertThat(trade.mfe()).isEqualByComparingTo("300");
    }

    @Test
    void whatABarReachedAfterTheStopDoesNotCount() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1", "98", "103"));

        PaperTrade trade = only(paper.bar("100.5", "102.9", "90", "91", buy("1", "98", "103")));

        // Known for certain: it opened at 100.50 and was stopped at 98.
        assertThat(trade.mae()).isEqualByComparingTo("-200");
        assertThat(trade.mfe()).isEqualByComparingTo("50");
    }

    @Test
    void returnAndDrawdownAreThoseOfTheEquity() {
        PaperTests paper = PaperTests.free("AAPL");
        paper.at("100", buy("1"));
        paper.at("110", buy("1"));

        PaperEquity equity = paper.at("99", buy("1")).equity();

        assertThat(equity.equity()).isEqualByComparingTo("9900");
        assertThat(equity.returnPercent()).isEqualByComparingTo("-1");
        // 9,900 / 11,000 - 1
        assertThat(equity.drawdownPercent()).isEqualByComparingTo("-10");
    }

    @Test
    void aSizeThatLeavesNothingOpensNothing() {
        PaperTests paper = PaperTests.free("AAPL");

        assertThat(paper.at("100", buy("0")).events())
                .containsExactly(new PaperEvent.Declined(PaperRefusal.NO_SIZE, START.plus(PaperTests.LENGTH)));
    }

    @Test
    void refusesBarsOutOfOrderAndRatesOfOtherCurrencies() {
        PaperTests paper = PaperTests.free("EURUSD");
        paper.at("1.08", PaperSignal.FLAT);
        BigDecimal price = new BigDecimal("1.08");
        PaperBar again = new PaperBar(
                START, START.plus(Duration.ofMinutes(5)), price, price, price, price, CurrencyConversion.none("USD"));
        PaperBar foreign = new PaperBar(
                START.plus(Duration.ofMinutes(5)),
                START.plus(Duration.ofMinutes(10)),
                price,
                price,
                price,
                price,
                CurrencyConversion.none("EUR"));

        assertThat(paper.account().hasSeen(START)).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> paper.account().apply(again, PaperSignal.FLAT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> paper.account().apply(foreign, PaperSignal.FLAT))
                .withMessage("the bar must convert USD to USD, converts EUR to EUR");
        assertThatIllegalArgumentException().isThrownBy(() -> buy("1.01"));
        assertThatIllegalArgumentException().isThrownBy(() -> paper.account().endRun(foreign));
    }

    @Test
    void commissionIsCountedByTheLot() {
        FillCosts costs = new FillCosts(BigDecimal.ZERO, BigDecimal.ZERO, CostUnit.PIPS, new BigDecimal("7"));
        PaperTests paper = PaperTests.with(PaperRules.ordinary(PaperTests.instrument("EURUSD"), costs));
        paper.at("1.25", buy("1"));

        // 8,000 EUR are 0.08 lots: 0.56 USD.
        assertThat(paper.account().openPosition().orElseThrow().entry().fee()).isEqualByComparingTo("0.56");
    }

    @Test
    void aSeriesOfItsOwnCostsWhatItsMarketDoes() {
        FillCostTable table = FillCostTable.shipped();

        assertThat(table.of(PaperTests.instrument("EURUSD.SIM")))
                .isEqualTo(table.of(PaperTests.instrument("EURUSD")))
                .isEqualTo(new FillCosts(
                        new BigDecimal("0.8"), new BigDecimal("0.1"), CostUnit.PIPS, new BigDecimal("0")));
        assertThat(table.of(PaperTests.instrument("BTCUSD")).unit()).isEqualTo(CostUnit.BP);
        assertThat(List.of("XAUUSD", "USDCOP"))
                .extracting(symbol ->
                        table.of(PaperTests.instrument(symbol)).halfSpread().toPlainString())
                .containsExactly("0.25", "3");
    }

    @Test
    void ownCostsComeFromAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("costs.csv");
        Files.writeString(
                file,
                """
                market,half_spread,slippage,unit,commission_per_lot
                EURUSD,0.1,0,pips,3.5
                """);
        FillCostTable mine = FillCostTable.shipped().withOverlay(file);

        assertThat(mine.of(PaperTests.instrument("EURUSD")).commissionPerLot()).isEqualByComparingTo("3.5");
        assertThat(mine.of(PaperTests.instrument("USDCOP")))
                .isEqualTo(FillCostTable.shipped().of(PaperTests.instrument("USDCOP")));
        Files.writeString(file, "market,half_spread,slippage,unit,commission_per_lot\nEURUSD,-1,0,inches,0\n");
        assertThatExceptionOfType(CatalogException.class)
                .isThrownBy(() -> FillCostTable.shipped().withOverlay(file))
                .withMessageContaining("line 2, unit must be one of [price, pips, bp], was 'inches'");
    }

    private static PaperTrade only(PaperStep step) {
        assertThat(step.trades()).hasSize(1);
        return step.trades().getFirst();
    }
}
