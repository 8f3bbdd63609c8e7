package dev.tradesuite.signals.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LastClosesTest {

    private final LastCloses closes = new LastCloses();

    @Test
    void aBarIsToldAgainstTheBarBeforeInItsSeries() {
        assertThat(closes.closed("EURUSD", "H1", new BigDecimal("1.0000"))).isEmpty();
        assertThat(closes.closed("EURUSD", "M5", new BigDecimal("1.0800"))).isEmpty();
        assertThat(closes.closed("EURUSD", "M5", new BigDecimal("1.1000"))
                        .orElseThrow()
                        .amount())
                .isEqualByComparingTo("0.02");
        // The bar of the hour closes at the same price, and moved by a tenth.
        assertThat(closes.closed("EURUSD", "H1", new BigDecimal("1.1000"))).hasValueSatisfying(change -> {
            assertThat(change.amount()).isEqualByComparingTo("0.1");
            assertThat(change.percent()).isEqualByComparingTo("10");
        });
    }

    @Test
    void aPriceBetweenBarsIsToldAgainstTheNewestClose() {
        assertThat(closes.change("EURUSD", BigDecimal.ONE)).isEmpty();
        closes.fill("EURUSD", "M5", new BigDecimal("1.08"));
        closes.closed("EURUSD", "H1", new BigDecimal("1.10"));
        closes.fill("EURUSD", "M5", new BigDecimal("1.09"));
        assertThat(closes.change("EURUSD", new BigDecimal("1.11")).orElseThrow().amount())
                .isEqualByComparingTo("0.01");
    }
}
