package dev.tradesuite.brain.candle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tradesuite.brain.candle.CandleRow;
import dev.tradesuite.brain.candle.CandleRules;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleMapperTest {

    private static final Instant TEN = Instant.parse("2026-01-05T10:00:00Z");
    private static final CandleRules RULES =
            new CandleRules(Timeframe.M5, Instant.parse("2026-01-05T12:00:00Z"), "rest");

    @Test
    void candlesBecomeRowsNumberedFromOne() {
        List<CandleRow> rows = CandleMapper.rows("EURUSD", List.of(candle(TEN), candle(TEN.plusSeconds(300))));
        assertThat(rows).extracting(CandleRow::line).containsExactly(1L, 2L);
        assertThat(rows).allSatisfy(row -> assertThat(row.symbol()).isEqualTo("EURUSD"));
        CandleMapper.requireAll(rows, RULES);
    }

    @Test
    void everyFaultyCandleIsNamedByItsPlaceAndField() {
        List<CandleRow> rows = CandleMapper.rows(
                "EURUSD",
                List.of(candle(TEN), candle(TEN.plusSeconds(1)), candle(Instant.parse("2030-01-01T00:00:00Z"))));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CandleMapper.requireAll(rows, RULES))
                .satisfies(problem -> assertThat(problem.errors())
                        .extracting(FieldError::field)
                        .containsExactly("candles[1].open_time", "candles[2].open_time"));
    }

    @Test
    void atMostTwentyFaultsAreNamed() {
        List<CandleRow> rows = CandleMapper.rows("EURUSD", Collections.nCopies(150, candle(TEN.plusSeconds(1))));
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> CandleMapper.requireAll(rows, RULES))
                .satisfies(problem -> assertThat(problem.errors()).hasSize(20));
    }

    private static Candle candle(Instant openTime) {
        return new Candle(openTime, BigDecimal.ONE, BigDecimal.TWO, BigDecimal.ONE, BigDecimal.ONE, null);
    }
}
