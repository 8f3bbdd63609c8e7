package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NettingTest {

    @Test
    void firstFillOpensAPositionInItsDirection() {
        Netting.Result result = apply(null, buy("0.4", "EURUSD", "1.0835").leverage("30"));

        assertThat(result.openedLots()).isEqualTo(Lots.of("0.4"));
        assertThat(result.closedLots()).isEqualTo(Lots.ZERO);
        assertThat(result.realisedPnl()).isEmpty();
        Position position = result.position().orElseThrow();
        assertThat(position.direction()).isEqualTo(Direction.LONG);
        assertThat(position.lots()).isEqualTo(Lots.of("0.4"));
        assertThat(position.averagePrice()).isEqualByComparingTo("1.0835");
        assertThat(position.leverage().value()).isEqualByComparingTo("30");
        assertThat(position.mark()).isEqualTo(Mark.fill(new BigDecimal("1.0835"), START));
        assertThat(apply(null, sell("0.4", "EURUSD", "1.0835"))
                        .position()
                        .orElseThrow()
                        .direction())
                .isEqualTo(Direction.SHORT);
    }

    @Test
    void fillOnTheSameSideMovesTheAveragePrice() {
        Position held = position(buy("0.4", "EURUSD", "1.0800"));

        Netting.Result result = apply(held, buy("0.1", "EURUSD", "1.0850").secondsLater(60));

        // (0.4 x 1.0800 + 0.1 x 1.0850) / 0.5 = 0.5405 / 0.5
        assertThat(result.position().orElseThrow().averagePrice()).isEqualByComparingTo("1.0810");
        assertThat(result.position().orElseThrow().lots()).isEqualTo(Lots.of("0.5"));
        assertThat(result.position().orElseThrow().openedAt()).isEqualTo(START);
        assertThat(result.openedLots()).isEqualTo(Lots.of("0.1"));
        assertThat(result.realisedPnl()).isEmpty();
    }

    @Test
    void averagePriceIsToldWithTenDecimalsHalfEven() {
        Position held = position(buy("0.1", "EURUSD", "1.08000"));

        Position enlarged =
                apply(held, buy("0.2", "EURUSD", "1.08001")).position().orElseThrow();

        // (0.108 + 0.216002) / 0.3 = 1.08000666...
        assertThat(enlarged.averagePrice()).isEqualByComparingTo("1.0800066667");
    }

    @Test
    void smallerFillOnTheOtherSideRealisesItsShareAndLeavesTheAverage() {
        Position held = position(buy("0.4", "EURUSD", "1.0800").stop("1.0750"));

        Netting.Result result = apply(held, sell("0.1", "EURUSD", "1.0850"));

        // (1.0850 - 1.0800) x 0.1 x 100,000
        assertThat(result.realisedPnl().orElseThrow()).isEqualByComparingTo("50");
        assertThat(result.closedLots()).isEqualTo(Lots.of("0.1"));
        assertThat(result.openedLots()).isEqualTo(Lots.ZERO);
        Position rest = result.position().orElseThrow();
        assertThat(rest.lots()).isEqualTo(Lots.of("0.3"));
        assertThat(rest.averagePrice()).isEqualByComparingTo("1.0800");
    }

    @Test
    void fillOfAllLotsClosesThePosition() {
        Position held = position(sell("0.4", "EURUSD", "1.0800"));

        Netting.Result result = apply(held, buy("0.4", "EURUSD", "1.0825"));

        // short: (1.0825 - 1.0800) x 0.4 x 100,000 x -1
        assertThat(result.realisedPnl().orElseThrow()).isEqualByComparingTo("-100");
        assertThat(result.position()).isEmpty();
        assertThat(result.closedLots()).isEqualTo(Lots.of("0.4"));
    }

    @Test
    void largerFillOnTheOtherSideTurnsThePositionRound() {
        Position held = position(buy("0.4", "EURUSD", "1.0800").stop("1.0750").leverage("10"));

        Netting.Result result = apply(
                held,
                sell("1.0", "EURUSD", "1.0850").stop("1.0900").leverage("30").secondsLater(60));

        // 0.4 closed: (1.0850 - 1.0800) x 0.4 x 100,000; 0.6 opened at 1.0850
        assertThat(result.realisedPnl().orElseThrow()).isEqualByComparingTo("200");
        assertThat(result.closedLots()).isEqualTo(Lots.of("0.4"));
        assertThat(result.openedLots()).isEqualTo(Lots.of("0.6"));
        Position turned = result.position().orElseThrow();
        assertThat(turned.direction()).isEqualTo(Direction.SHORT);
        assertThat(turned.lots()).isEqualTo(Lots.of("0.6"));
        assertThat(turned.averagePrice()).isEqualByComparingTo("1.0850");
        // 0.6 x 100,000 x 1.0850 = 65,100; at least the 2 % of the instrument
        assertThat(turned.margin()).isEqualByComparingTo("2170");
        assertThat(turned.leverage().value()).isEqualByComparingTo("30");
        assertThat(turned.openedAt()).isEqualTo(START.plusSeconds(60));
        assertThat(turned.floatingPnl()).isEqualByComparingTo("0");
    }

    @Test
    void profitInAnotherCurrencyIsConvertedAtTheRateOfTheFill() {
        Position held = position(buy("0.6", "USDJPY", "150.00").rate("0.00666666666667"));

        Netting.Result result = apply(held, sell("0.6", "USDJPY", "150.50").rate("0.00664451827243"));

        // 0.50 x 0.6 x 100,000 = 30,000 JPY; x 0.00664451827243 = 199.3355481729 USD
        assertThat(result.realisedPnl().orElseThrow()).isEqualByComparingTo("199.33554817");
    }

    @Test
    void profitTakenInPartsIsTheProfitOfTheWhole() {
        Position held = position(buy("0.07", "EURUSD", "1.08001"));
        Position enlarged =
                apply(held, buy("0.06", "EURUSD", "1.08004")).position().orElseThrow();

        Netting.Result first = apply(enlarged, sell("0.03", "EURUSD", "1.09"));
        Netting.Result second = apply(first.position().orElseThrow(), sell("0.05", "EURUSD", "1.09"));
        Netting.Result third = apply(second.position().orElseThrow(), sell("0.05", "EURUSD", "1.09"));

        // (0.13 x 1.09 - 0.07 x 1.08001 - 0.06 x 1.08004) x 100,000 = (0.1417 - 0.1404031) x 100,000
        assertThat(realised(first).add(realised(second)).add(realised(third))).isEqualByComparingTo("129.69");
        assertThat(third.position()).isEmpty();
    }

    @Test
    void marginIsTheSumOfWhatTheFillsRequired() {
        // 0.1 x 100,000 x 0.6000 = 6,000; / 10 = 600
        Position first = position(buy("0.1", "NZDUSD", "0.6000").leverage("10"));
        // the same without a leverage: 6,000 x 2 % = 120
        Position both = apply(first, buy("0.1", "NZDUSD", "0.6000")).position().orElseThrow();

        assertThat(first.margin()).isEqualByComparingTo("600");
        assertThat(first.leverage().value()).isEqualByComparingTo("10");
        assertThat(both.margin()).isEqualByComparingTo("720");
        assertThat(both.leverage().isStated()).as("the fills differ").isFalse();
    }

    @Test
    void marginLeavesInProportionToTheLotsThatAreClosed() {
        Position held = apply(position(buy("0.1", "NZDUSD", "0.6000").leverage("10")), buy("0.1", "NZDUSD", "0.6000"))
                .position()
                .orElseThrow();

        Position half = apply(held, sell("0.1", "NZDUSD", "0.5900")).position().orElseThrow();
        // 360 x 0.07 / 0.1
        Position rest = apply(half, sell("0.03", "NZDUSD", "0.6100")).position().orElseThrow();

        assertThat(half.margin()).isEqualByComparingTo("360");
        assertThat(rest.margin()).isEqualByComparingTo("252");
    }

    @Test
    void marginOfATurnedPositionIsThatOfTheLotsBeyond() {
        Position held = position(buy("0.4", "EURUSD", "1.0800").leverage("10"));

        Position turned =
                apply(held, sell("0.5", "EURUSD", "1.1000")).position().orElseThrow();

        // 0.1 x 100,000 x 1.1000 x 2 %
        assertThat(turned.margin()).isEqualByComparingTo("220");
    }

    @Test
    void marginIsTakenAtTheConversionRateOfEachFill() {
        Position first = position(buy("0.6", "USDJPY", "150").rate("0.0066"));
        Position both = apply(first, buy("0.6", "USDJPY", "160").rate("0.0062"))
                .position()
                .orElseThrow();

        // 0.6 x 100,000 x 150 x 2 % = 180,000 JPY x 0.0066 = 1,188; 192,000 JPY x 0.0062 = 1,190.40
        assertThat(both.margin()).isEqualByComparingTo("2378.40");
    }

    @Test
    void marginNeverRoundsInFavourOfTheTrader() {
        Position held = position(buy("0.03", "NZDUSD", "0.6000"));

        Position rest = apply(held, sell("0.01", "NZDUSD", "0.6000")).position().orElseThrow();
        Position third =
                apply(rest, sell("0.01", "NZDUSD", "0.6000")).position().orElseThrow();

        // 36 x 2 / 3 = 24; 24 / 2 = 12
        assertThat(rest.margin()).isEqualByComparingTo("24");
        assertThat(third.margin()).isEqualByComparingTo("12");
    }

    @Test
    void fillMarksItsPositionAndTheMarketsPriceOfTheSameTimeStays() {
        Position held = position(buy("0.4", "EURUSD", "1.0835").secondsLater(60));
        Position marked = held.valuedWith(
                new Valuation(Mark.market(new BigDecimal("1.0900"), START.plusSeconds(120)), held.rate()));

        Position atTheSameTime = apply(marked, buy("0.1", "EURUSD", "1.0500").secondsLater(120))
                .position()
                .orElseThrow();
        Position later = apply(marked, buy("0.1", "EURUSD", "1.0500").secondsLater(121))
                .position()
                .orElseThrow();

        assertThat(atTheSameTime.mark()).isEqualTo(marked.mark());
        assertThat(later.mark()).isEqualTo(Mark.fill(new BigDecimal("1.0500"), START.plusSeconds(121)));
    }

    @Test
    void fillThatComesLateBringsNoOldPriceBack() {
        Position held = position(buy("0.4", "USDJPY", "150").rate("0.0067").secondsLater(100));

        Position enlarged = apply(
                        held, buy("0.1", "USDJPY", "149").rate("0.0068").secondsLater(50))
                .position()
                .orElseThrow();

        assertThat(enlarged.mark().price()).isEqualByComparingTo("150");
        assertThat(enlarged.rate().value()).isEqualByComparingTo("0.0067");
        assertThat(enlarged.lots()).isEqualTo(Lots.of("0.5"));
    }

    private static BigDecimal realised(Netting.Result result) {
        return result.realisedPnl().orElseThrow();
    }

    private static Position position(Fills fill) {
        return apply(null, fill).position().orElseThrow();
    }

    private static Netting.Result apply(@Nullable Position held, Fills fills) {
        Fill fill = fills.get();
        return Netting.apply(Optional.ofNullable(held), fill, rate(fill));
    }

    private static ConversionRate rate(Fill fill) {
        return fill.instrument().quote().equals("USD")
                ? ConversionRate.SAME_CURRENCY
                : new ConversionRate(fill.terms().conversionRate(), fill.filledAt());
    }
}
