package dev.tradesuite.ledger.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

    private final Reconciliation books = new Reconciliation(
            "main",
            "USD",
            2,
            new BigDecimal("10000"),
            new BigDecimal("50"),
            new BigDecimal("1.75"),
            new BigDecimal("-500"),
            new BigDecimal("9548.25"),
            false,
            List.of(new Reconciliation.Line("EURUSD", new BigDecimal("0.3"), new BigDecimal("0.3"), null)));

    @Test
    void cashIsWhatTradesAndFlowsLeadTo() {
        // 10,000 - 500 + 50 - 1.75
        assertThat(books.expectedBalance()).isEqualByComparingTo("9548.25");
        assertThat(books.difference()).isEqualByComparingTo("0");
        assertThat(books.isBalanced()).isTrue();
    }

    @Test
    void brokerThatHoldsTheSameConfirmsTheBooks() {
        Reconciliation compared = books.with(Map.of("EURUSD", new BigDecimal("0.30"), "GBPUSD", new BigDecimal("0")));

        assertThat(compared.atBroker()).isTrue();
        assertThat(compared.isBalanced()).isTrue();
        assertThat(compared.lines()).extracting(Reconciliation.Line::symbol).containsExactly("EURUSD", "GBPUSD");
    }

    @Test
    void fillTheBooksNeverSawIsADifference() {
        assertThat(books.with(Map.of("EURUSD", new BigDecimal("0.5"))).isBalanced())
                .isFalse();
        assertThat(books.with(Map.of("EURUSD", new BigDecimal("0.3"), "GBPUSD", new BigDecimal("-0.1")))
                        .isBalanced())
                .isFalse();
    }
}
