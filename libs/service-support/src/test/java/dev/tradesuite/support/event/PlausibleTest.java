package dev.tradesuite.support.event;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.support.event.Plausible.ImplausibleEventException;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlausibleTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    @ParameterizedTest
    @CsvSource({"1.1, 1.2, 1.0, 1.15", "1.1, 1.1, 1.1, 1.1"})
    void believesACandleWhoseRangeHoldsItsPrices(String open, String high, String low, String close) {
        assertThatCode(() -> Plausible.candle(candle(open, high, low, close))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.2, 1.0, 1.3",
        "1.1, 1.2, 1.15, 1.15",
        "0, 1.2, 0, 1.15",
        "1.1, 1.2, -1, 1.15",
        "1e20, 1e20, 1e20, 1e20"
    })
    void refusesACandleThatCannotBe(String open, String high, String low, String close) {
        assertThatExceptionOfType(ImplausibleEventException.class)
                .isThrownBy(() -> Plausible.candle(candle(open, high, low, close)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T10:00:30Z", "2026-01-05T09:00:00Z"})
    void letsTheClocksOfTwoMachinesDifferByAMinute(String moment) {
        assertThatCode(() -> Plausible.past(Instant.parse(moment), "at", NOW)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsToCome() {
        assertThatExceptionOfType(ImplausibleEventException.class)
                .isThrownBy(() -> Plausible.past(NOW.plusSeconds(61), "filled_at", NOW))
                .withMessageStartingWith("filled_at is 2026-01-05T10:01:01Z");
    }

    @Test
    void namesWhatIsMissing() {
        assertThatExceptionOfType(ImplausibleEventException.class)
                .isThrownBy(() -> Plausible.amount(null, "commission"))
                .withMessage("commission is missing");
    }

    private static CandleClosed candle(String open, String high, String low, String close) {
        return new CandleClosed(
                "EURUSD",
                Timeframe.M5,
                new Candle(
                        NOW,
                        new BigDecimal(open),
                        new BigDecimal(high),
                        new BigDecimal(low),
                        new BigDecimal(close),
                        null),
                "test",
                RunLabel.PAPER);
    }
}
