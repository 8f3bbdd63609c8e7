package dev.tradesuite.brain.candle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.RowRefusal;
import dev.tradesuite.contracts.market.Timeframe;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandleRulesTest {

    private static final CandleRules RULES =
            new CandleRules(Timeframe.M5, Instant.parse("2026-01-05T10:05:00Z"), "rest");
    private static final String TIME = "2026-01-05T10:00:00Z";

    @ParameterizedTest
    @CsvSource({
        "1.1, 1.3, 1.0, 1.2, 5",
        "1.1, 1.1, 1.1, 1.1, 0",
        "1.1, 1.3, 1.0, 1.2, ",
        "0.000000000000000001, 999999999999999999, 0.000000000000000001, 1, 1"
    })
    void takesACandleThatHasJustClosed(String open, String high, String low, String close, @Nullable String volume) {
        assertThat(RULES.refusal(row(TIME, open, high, low, close, volume))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1.3, 0, 1.2, 5, PRICE_NOT_POSITIVE",
        "1.1, 1.3, -1.0, 1.2, 5, PRICE_NOT_POSITIVE",
        "1.1, 1.15, 1.0, 1.2, 5, RANGE_BROKEN",
        "1.1, 1.3, 1.15, 1.2, 5, RANGE_BROKEN",
        "1.2, 1.1, 1.2, 1.2, 5, RANGE_BROKEN",
        "1.1, 1.3, 1.0, 1.2, -1, NEGATIVE_VOLUME",
        "1.1, 1e999999999, 1.0, 1.2, 5, BAD_NUMBER",
        "1.1, 1.3, 1e-999999999, 1.2, 5, BAD_NUMBER",
        "1.1, 1.3, 1.0, 1.2, 1e30, BAD_NUMBER",
        "1.1, 1.3, 1.0, 1.2000000000000000001, 5, BAD_NUMBER"
    })
    void refusesPricesThatAreNoCandle(
            String open, String high, String low, String close, String volume, RowRefusal reason) {
        assertThat(RULES.refusal(row(TIME, open, high, low, close, volume)))
                .map(RefusedRow::reason)
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05T10:05:00Z, IN_FUTURE",
        "2026-01-05T09:59:00Z, OFF_GRID",
        "1899-12-31T23:55:00Z, BAD_TIME",
        "+10000-01-01T00:00:00Z, IN_FUTURE"
    })
    void refusesTimesAtWhichNoClosedCandleOpens(String time, RowRefusal reason) {
        assertThat(RULES.refusal(row(time, "1.1", "1.3", "1.0", "1.2", "5")))
                .map(RefusedRow::reason)
                .contains(reason);
    }

    @Test
    void saysWhatItFound() {
        assertThat(RULES.refusal(row(TIME, "1.1", "1.15", "1.0", "1.2", "5")))
                .contains(new RefusedRow(7, RowRefusal.RANGE_BROKEN, "open 1.1, high 1.15, low 1.0, close 1.2"));
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD.SIM,    rest,      EURUSD.SIM takes prices of simulator only",
        "EURUSD.REPLAY, simulator, EURUSD.REPLAY takes prices of replay only",
        "EURUSD,        simulator, EURUSD takes prices of the market"
    })
    void madeUpPricesAndTheMarketsNeverShareASeries(String symbol, String source, String found) {
        CandleRules rules = new CandleRules(Timeframe.M5, Instant.parse("2026-01-05T10:05:00Z"), source);

        assertThat(rules.refusal(row(symbol, TIME, "1.1", "1.3", "1.0", "1.2", null)))
                .hasValueSatisfying(refused -> {
                    assertThat(refused.reason()).isEqualTo(RowRefusal.SOURCE_NOT_ALLOWED);
                    assertThat(refused.found()).startsWith(found);
                });
        assertThat(new CandleRules(Timeframe.M5, Instant.parse("2026-01-05T10:05:00Z"), "simulator")
                        .refusal(row("EURUSD.SIM", TIME, "1.1", "1.3", "1.0", "1.2", null)))
                .isEmpty();
    }

    private static CandleRow row(
            String time, String open, String high, String low, String close, @Nullable String volume) {
        return row("EURUSD", time, open, high, low, close, volume);
    }

    private static CandleRow row(
            String symbol, String time, String open, String high, String low, String close, @Nullable String volume) {
        return new CandleRow(
                7,
                symbol,
                Instant.parse(time),
                new BigDecimal(open),
                new BigDecimal(high),
                new BigDecimal(low),
                new BigDecimal(close),
                volume == null ? null : new BigDecimal(volume),
                false);
    }
}
