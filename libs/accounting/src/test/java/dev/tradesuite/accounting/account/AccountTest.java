package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.CATALOG;
import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = START.plusSeconds(3_600);

    @Test
    void newAccountHoldsItsInitialBalance() {
        Account account = opened();

        assertThat(account.balance()).isEqualByComparingTo("10000");
        assertThat(account.equity()).isEqualByComparingTo("10000");
        assertThat(account.marginUsed()).isEqualByComparingTo("0");
        assertThat(account.sequence()).isEqualTo(1);
        assertThat(account.equityAt())
                .as("without positions the time of the last change")
                .isEqualTo(START);
    }

    @Test
    void fillMovesCashPositionAndSequenceTogether() {
        AccountBooking opening = book(opened(), buy("0.4", "EURUSD", "1.0835").commission("1.40"));
        AccountBooking closing = book(
                opening.account(),
                sell("0.1", "EURUSD", "1.0885").commission("0.35").secondsLater(60));

        Account account = closing.account();
        // 10,000 - 1.40 - 0.35 + (1.0885 - 1.0835) x 0.1 x 100,000
        assertThat(account.balance()).isEqualByComparingTo("10048.25");
        assertThat(account.cash().realisedPnl()).isEqualByComparingTo("50");
        assertThat(account.cash().commissionPaid()).isEqualByComparingTo("1.75");
        // 0.3 lots are left: (1.0885 - 1.0835) x 0.3 x 100,000
        assertThat(account.floatingPnl()).isEqualByComparingTo("150");
        assertThat(account.equity()).isEqualByComparingTo("10198.25");
        assertThat(account.sequence()).isEqualTo(3);
        assertThat(account.updatedAt()).isEqualTo(NOW);
        assertThat(closing.trade().closedLots()).isEqualTo(Lots.of("0.1"));
        assertThat(closing.trade().realisedPnl().orElseThrow()).isEqualByComparingTo("50");
        assertThat(closing.trade().sequence()).isEqualTo(3);
    }

    @Test
    void fillValuesTheOtherPositionsToo() {
        Account account = book(opened(), buy("0.1", "GBPUSD", "1.2700")).account();
        ValuationPrices prices = prices(Map.of("GBPUSD", Mark.market(new BigDecimal("1.2750"), NOW)));

        Account after = account.booked(buy("0.4", "EURUSD", "1.0835").get(), prices, NOW)
                .account();

        assertThat(after.floatingPnl()).isEqualByComparingTo("50");
        assertThat(after.positions()).extracting(Position::symbol).containsExactly("EURUSD", "GBPUSD");
    }

    @Test
    void equityIsAsOldAsItsOldestMark() {
        Account account = book(opened(), buy("0.1", "GBPUSD", "1.2700")).account();
        Account both =
                book(account, buy("0.4", "EURUSD", "1.0835").secondsLater(60)).account();

        assertThat(both.equityAt()).isEqualTo(START);

        Account marked = both.marked(prices(Map.of("GBPUSD", Mark.market(new BigDecimal("1.28"), NOW))), NOW)
                .orElseThrow();

        assertThat(marked.equityAt()).isEqualTo(START.plusSeconds(60));
    }

    @Test
    void newerPriceIsAChangeAndAnOlderOneIsNot() {
        Account account =
                book(opened(), buy("0.4", "EURUSD", "1.0835").secondsLater(60)).account();

        Account marked = account.marked(prices(Map.of("EURUSD", Mark.market(new BigDecimal("1.0860"), NOW))), NOW)
                .orElseThrow();

        assertThat(marked.sequence()).isEqualTo(account.sequence() + 1);
        assertThat(marked.equity()).isEqualByComparingTo("10100");
        assertThat(marked.balance()).isEqualByComparingTo("10000");
        assertThat(marked.marked(prices(Map.of("EURUSD", Mark.market(new BigDecimal("1.05"), START))), NOW))
                .isEmpty();
        assertThat(marked.marked(ValuationPrices.none(), NOW)).isEmpty();
    }

    @Test
    void closingFillLeavesNoPosition() {
        Account open = book(opened(), buy("0.4", "EURUSD", "1.0835")).account();

        Account flat = book(open, sell("0.4", "EURUSD", "1.0800")).account();

        assertThat(flat.positions()).isEmpty();
        assertThat(flat.floatingPnl()).isEqualByComparingTo("0");
        assertThat(flat.marginUsed()).isEqualByComparingTo("0");
        assertThat(flat.balance()).isEqualByComparingTo("9860");
        assertThat(flat.equityAt()).isEqualTo(NOW);
    }

    @Test
    void refusesAFillOfAnotherKind() {
        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(() -> book(opened(), buy("0.4", "EURUSD", "1.0835").label(RunLabel.LIVE)))
                .withMessageContaining("books PAPER fills");
    }

    @Test
    void refusesARateBetweenOneAndTheSameCurrency() {
        assertThatExceptionOfType(FillRefusedException.class)
                .isThrownBy(() -> book(opened(), buy("0.4", "EURUSD", "1.0835").rate("1.2")))
                .withMessageContaining("conversion_rate must be 1, was 1.2");
    }

    @Test
    void refusesAnAccountWithoutCash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AccountOpening("a", "A", "USD", RunLabel.PAPER, BigDecimal.ZERO))
                .withMessageContaining("initial balance");
    }

    private static Account opened() {
        return Account.opened(
                new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")), START);
    }

    private static AccountBooking book(Account account, Fills fill) {
        return account.booked(fill.get(), ValuationPrices.none(), NOW);
    }

    private static ValuationPrices prices(Map<String, Mark> marks) {
        return ValuationPrices.of(CATALOG, marks);
    }
}
