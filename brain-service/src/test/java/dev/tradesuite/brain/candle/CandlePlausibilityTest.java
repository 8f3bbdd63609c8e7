package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.PriceCollar;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Candles of five minutes unless it says so; believed ones are +, doubtful ones -, those that confirm the one before *.
 */
class CandlePlausibilityTest {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");
    private static final PriceCollar COLLAR = new PriceCollar(
            new BigDecimal("5"),
            Map.of(
                    AssetClass.FX, new BigDecimal("2"),
                    AssetClass.METAL, new BigDecimal("5"),
                    AssetClass.STOCK, new BigDecimal("10"),
                    AssetClass.CRYPTO, new BigDecimal("15")));

    @Test
    void aWrongTickIsLeftOutAndTheNextCandleMeasuredAgainstTheOneBeforeIt() {
        assertThat(verdicts(AssetClass.FX, "0.59", "0.591", "5.9", "0.592", "0.591"))
                .isEqualTo("++-++");
    }

    @Test
    void theNextCandleConfirmsAPriceThatHasReallyMoved() {
        // a split of 4 to 1, and a currency that is let go
        assertThat(verdicts(AssetClass.STOCK, "499", "500", "125", "127", "126"))
                .isEqualTo("++-*+");
        assertThat(verdicts(AssetClass.FX, "1.2", "1.2", "0.98", "0.99", "1.0")).isEqualTo("++-*+");
    }

    @Test
    void theFirstCandleIsBelievedAndTheCollarIncludesItsBound() {
        // 2 % of 1.5 is 0.03
        assertThat(verdicts(AssetClass.FX, "1.5", "1.53")).isEqualTo("++");
        assertThat(verdicts(AssetClass.FX, "1.5", "1.5301")).isEqualTo("+-");
        assertThat(verdicts(AssetClass.FX, "1.5", "1.4699")).isEqualTo("+-");
    }

    @Test
    void aCandleBetweenTheTwoConfirmsTheNearerOne() {
        // 111 is 11 % above 100; 109.9 lies within 10 % of both and is nearer to 111, 104 is nearer to 100
        assertThat(verdicts(AssetClass.STOCK, "100", "111", "109.9")).isEqualTo("+-*");
        assertThat(verdicts(AssetClass.STOCK, "100", "111", "104")).isEqualTo("+-+");
    }

    @Test
    void aDoubtfulCandleThatIsContradictedByAnotherDoubtfulOneStaysSo() {
        assertThat(verdicts(AssetClass.FX, "0.59", "5.9", "59", "0.591", "0.592"))
                .isEqualTo("+--++");
        assertThat(verdicts(AssetClass.FX, "0.59", "5.9", "1.2", "1.21", "1.2")).isEqualTo("+--*+");
    }

    @Test
    void aWrongHighOrLowIsDoubtedAlsoWhenTheCandleClosesWhereItShould() {
        CandlePlausibility series = new CandlePlausibility(COLLAR, AssetClass.FX, Timeframe.M5);
        assertThat(series.next(candle(0, "0.59", "0.59", "0.59", "0.59")).plausible())
                .isTrue();
        assertThat(series.next(candle(1, "0.59", "0.591", "0.059", "0.59")).plausible())
                .isFalse();
        // It opens and closes as near to the one before: nothing speaks for the low.
        CandlePlausibility.Verdict verdict = series.next(candle(2, "0.59", "0.591", "0.59", "0.59"));
        assertThat(verdict.plausible()).isTrue();
        assertThat(verdict.confirming()).isFalse();
    }

    @Test
    void aCandleThatOpensAtTheWrongTickAndClosesWhereItShouldConfirmsNothing() {
        CandlePlausibility series = new CandlePlausibility(COLLAR, AssetClass.FX, Timeframe.M5);
        series.next(candle(0, "0.59", "0.59", "0.59", "0.59"));
        series.next(candle(1, "5.9", "5.9", "5.9", "5.9"));
        CandlePlausibility.Verdict verdict = series.next(candle(2, "5.9", "5.9", "0.59", "0.59"));
        assertThat(verdict).isEqualTo(new CandlePlausibility.Verdict(false, false));
        assertThat(series.next(candle(3, "0.59", "0.59", "0.59", "0.59")).plausible())
                .isTrue();
    }

    @Test
    void marketsThatMoveFarEachDayMayDoSo() {
        // Ranges of 3 % a day, so 15 % are allowed: 5 x 0.03 = 0.15 from 1.0 on.
        CandlePlausibility series = new CandlePlausibility(COLLAR, AssetClass.FX, Timeframe.D1);
        for (int i = 0; i < 20; i++) {
            assertThat(series.next(new Candle(
                                    START.plus(Duration.ofDays(i)),
                                    BigDecimal.ONE,
                                    new BigDecimal("1.015"),
                                    new BigDecimal("0.985"),
                                    BigDecimal.ONE,
                                    null))
                            .plausible())
                    .isTrue();
        }
        assertThat(series.next(day(20, "1.149")).plausible()).isTrue();
        assertThat(series.next(day(21, "1.35")).plausible()).isFalse();
    }

    @Test
    void aPriceMayMoveFartherInALongerTime() {
        // Twenty candles of a range of 0.002 around 1.1: 5 x 0.002 = 0.01 in five minutes, where 2 % = 0.022 allow
        // more;
        // over a weekend of 576 candles 0.01 x 24 = 0.24.
        CandlePlausibility series = new CandlePlausibility(COLLAR, AssetClass.FX, Timeframe.M5);
        for (int i = 0; i < 20; i++) {
            series.next(candle(i, "1.1", "1.101", "1.099", "1.1"));
        }
        assertThat(series.next(candle(19 + 576, "1.3", "1.3", "1.3", "1.3")).plausible())
                .isTrue();
    }

    private static String verdicts(AssetClass assetClass, String... closes) {
        CandlePlausibility series = new CandlePlausibility(COLLAR, assetClass, Timeframe.M5);
        List<String> verdicts = new ArrayList<>();
        for (int i = 0; i < closes.length; i++) {
            CandlePlausibility.Verdict verdict = series.next(candle(i, closes[i], closes[i], closes[i], closes[i]));
            verdicts.add(verdict.confirming() ? "*" : verdict.plausible() ? "+" : "-");
        }
        return String.join("", verdicts);
    }

    private static Candle candle(int number, String open, String high, String low, String close) {
        return new Candle(
                START.plusSeconds(300L * number),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                null);
    }

    private static Candle day(int number, String close) {
        BigDecimal price = new BigDecimal(close);
        return new Candle(START.plus(Duration.ofDays(number)), price, price, price, price, null);
    }
}
