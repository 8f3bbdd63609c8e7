package dev.tradesuite.sizing.position;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.AssetClass;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every trade, tried on seeded ones from tiny to huge over the whole catalogue. */
class SizingPropertiesTest {

    private static final int TRADES = 400;

    @ParameterizedTest
    @MethodSource("trades")
    void losesAtMostTheAmountAtRisk(Case trade) {
        if (trade.size() instanceof SizingResult.Sized sized) {
            BigDecimal amountAtRisk = requireNonNull(sized.arithmetic().amountAtRisk());
            assertThat(sized.realisedRisk()).isPositive().isLessThanOrEqualTo(amountAtRisk);
            assertThat(amountAtRisk)
                    .isLessThanOrEqualTo(
                            trade.equity.multiply(trade.risk.value()).movePointLeft(2));
        }
    }

    @ParameterizedTest
    @MethodSource("trades")
    void isAVolumeThatCanBeOrdered(Case trade) {
        if (trade.size() instanceof SizingResult.Sized sized) {
            assertThat(trade.instrument.isTradable(sized.lots())).isTrue();
            assertThat(sized.lots())
                    .isLessThanOrEqualTo(requireNonNull(sized.arithmetic().rawLots()));
        }
    }

    @ParameterizedTest
    @MethodSource("trades")
    void takesAtMostTheEquityAsMargin(Case trade) {
        if (trade.size() instanceof SizingResult.Sized sized) {
            assertThat(sized.margin()).isPositive().isLessThanOrEqualTo(trade.equity);
            assertThat(sized.margin())
                    .isGreaterThanOrEqualTo(sized.notional()
                            .multiply(trade.instrument.marginRate())
                            .subtract(new BigDecimal("1E-8")));
        }
    }

    @ParameterizedTest
    @MethodSource("trades")
    void neverGrowsWhenTheStopIsTwiceAsFar(Case trade) {
        Case farther = trade.stop(new Pips(trade.stop.value().multiply(BigDecimal.TWO)));

        assertThat(lots(farther)).isLessThanOrEqualTo(lots(trade));
    }

    @ParameterizedTest
    @MethodSource("trades")
    void neverShrinksWhenTheAccountIsTwiceAsLarge(Case trade) {
        assertThat(lots(trade.equity(trade.equity.multiply(BigDecimal.TWO)))).isGreaterThanOrEqualTo(lots(trade));
    }

    /**
     * To state a leverage never enlarges the trade: the size without one is the most there is. A low leverage may
     * shrink it, because it asks for more margin; no leverage lifts it above what the risk allows.
     */
    @ParameterizedTest
    @MethodSource("trades")
    void neverGrowsByLeverage(Case trade) {
        Lots notStated = lots(trade.leverage(Leverage.NOT_STATED));
        for (int leverage : List.of(2, 5, 20, 50, 100, 500)) {
            SizingResult result =
                    trade.leverage(new Leverage(BigDecimal.valueOf(leverage))).size();
            assertThat(lots(result)).isLessThanOrEqualTo(notStated);
            if (!SizingAnswers.reasons(result).contains(SizingReason.CAPPED_BY_MARGIN)
                    && result instanceof SizingResult.Sized sized) {
                assertThat(sized.lots()).isEqualTo(notStated);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("trades")
    void writesNoExponents(Case trade) {
        if (trade.size() instanceof SizingResult.Sized sized) {
            assertThat(sized.lots().toString()
                            + sized.realisedRisk()
                            + sized.arithmetic().amountAtRisk())
                    .doesNotContain("E");
        }
        assertThat(trade.size().notices())
                .allSatisfy(notice -> assertThat(notice.reason().message()).doesNotContainPattern("[0-9]E[+-]?[0-9]"));
    }

    @Test
    void holdsNotOnlyBecauseEverythingIsRefused() {
        assertThat(trades().map(Case::size))
                .filteredOn(SizingResult.Sized.class::isInstance)
                .hasSizeGreaterThan(TRADES / 4);
        assertThat(trades().map(Case::size))
                .filteredOn(result -> SizingAnswers.reasons(result).contains(SizingReason.CAPPED_BY_MARGIN))
                .hasSizeGreaterThan(TRADES / 20);
    }

    private static Lots lots(Case trade) {
        return lots(trade.size());
    }

    private static Lots lots(SizingResult result) {
        return switch (result) {
            case SizingResult.Sized sized -> sized.lots();
            case SizingResult.Refused _ -> Lots.ZERO;
        };
    }

    static Stream<Case> trades() {
        Random random = new Random(20260731);
        List<Instrument> instruments = SizingTrades.CATALOG.all();
        return IntStream.range(0, TRADES)
                .mapToObj(_ -> Case.random(random, instruments.get(random.nextInt(instruments.size()))));
    }

    record Case(
            Instrument instrument,
            BigDecimal price,
            BigDecimal equity,
            RiskPercent risk,
            Pips stop,
            Leverage leverage,
            BigDecimal dollarsForTheQuote) {

        /** Spread evenly over the magnitudes, because most ways to fail lie in the tiny and the huge. */
        static Case random(Random random, Instrument instrument) {
            return new Case(
                    instrument,
                    magnitude(random, -7, 6),
                    magnitude(random, 0, 14).setScale(2, RoundingMode.UP),
                    new RiskPercent(BigDecimal.valueOf(1 + random.nextInt(100), 1)),
                    new Pips(magnitude(random, -2, 5)),
                    new Leverage(BigDecimal.valueOf(10 + random.nextInt(4_990), 1)),
                    magnitude(random, -7, 4));
        }

        private static BigDecimal magnitude(Random random, int lowest, int highest) {
            int exponent = lowest + random.nextInt(highest - lowest);
            return BigDecimal.valueOf(1_000 + random.nextInt(9_000), 3).scaleByPowerOfTen(exponent);
        }

        Case stop(Pips other) {
            return new Case(instrument, price, equity, risk, other, leverage, dollarsForTheQuote);
        }

        Case equity(BigDecimal other) {
            return new Case(instrument, price, other, risk, stop, leverage, dollarsForTheQuote);
        }

        Case leverage(Leverage other) {
            return new Case(instrument, price, equity, risk, stop, other, dollarsForTheQuote);
        }

        SizingResult size() {
            Map<String, BigDecimal> rates = new HashMap<>();
            if (instrument.assetClass() != AssetClass.STOCK
                    && !instrument.quote().equals("USD")) {
                rates.put(
                        instrument.quote().equals("USDT") ? "USDTUSD" : instrument.quote() + "USD", dollarsForTheQuote);
            }
            return PositionSizer.size(new SizingTrades(
                            instrument.symbol(),
                            price,
                            equity,
                            "USD",
                            null,
                            leverage,
                            rates,
                            new MarginRoom(new BigDecimal("80"), BigDecimal.ZERO, BigDecimal.ZERO),
                            TradingCosts.NONE)
                    .by(new FixedRisk(risk, stop)));
        }
    }
}
