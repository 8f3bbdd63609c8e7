package dev.tradesuite.signals.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.accounting.paper.CostUnit;
import dev.tradesuite.accounting.paper.FillCosts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {

    private static final Instrument EURUSD =
            InstrumentCatalog.shipped().find("EURUSD").orElseThrow();

    /** Half spread 0.8 pip and slippage 0.1 pip at both fills: 1.8 pips must be earned. */
    private static final FillCosts PIPS =
            new FillCosts(new BigDecimal("0.8"), new BigDecimal("0.1"), CostUnit.PIPS, BigDecimal.ZERO);

    @ParameterizedTest
    @CsvSource({
        "true,  1.1000, 1.1002, true",
        "true,  1.1000, 1.1001, false",
        "true,  1.1000, 1.1000, false",
        "true,  1.1000, 1.0990, false",
        "false, 1.1000, 1.0998, true",
        "false, 1.1000, 1.0999, false"
    })
    void aMovePaysItsCostsOrIsNoHit(boolean isLong, double entry, double later, boolean hit) {
        assertThat(new Forecast(Instant.EPOCH, isLong, 0.5, entry, later, 1).cameTrue(EURUSD, PIPS))
                .isEqualTo(hit);
    }

    @ParameterizedTest
    @CsvSource({"1.10006, false", "1.10008, true"})
    void commissionsCountToo(double later, boolean hit) {
        // 3.50 USD a lot at both fills: 7 / 100,000 = 0.00007 USD for each euro.
        FillCosts commission = new FillCosts(BigDecimal.ZERO, BigDecimal.ZERO, CostUnit.PRICE, new BigDecimal("3.5"));
        assertThat(new Forecast(Instant.EPOCH, true, 0.5, 1.1, later, 1).cameTrue(EURUSD, commission))
                .isEqualTo(hit);
    }
}
