package dev.tradesuite.accounting.account;

import static dev.tradesuite.accounting.account.Fills.START;
import static dev.tradesuite.accounting.account.Fills.buy;
import static dev.tradesuite.accounting.account.Fills.sell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.contracts.market.RunLabel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CashFlowTest {

    private static final Instant NOW = START.plusSeconds(3_600);

    private final Account fresh =
            Account.opened(new AccountOpening("main", "Main", "USD", RunLabel.PAPER, new BigDecimal("10000")), START);

    @Test
    void everyKindMovesTheBalanceAndNoProfit() {
        Account account = fresh;
        account = paid(account, CashFlowKind.DEPOSIT, "2500.50");
        account = paid(account, CashFlowKind.WITHDRAWAL, "1000");
        account = paid(account, CashFlowKind.FEE, "12.30");
        account = paid(account, CashFlowKind.DIVIDEND, "40");
        account = paid(account, CashFlowKind.DIVIDEND, "-15");
        account = paid(account, CashFlowKind.INTEREST, "-3.20");
        account = paid(account, CashFlowKind.TRANSFER, "75");
        account = paid(account, CashFlowKind.TRANSFER, "-75");

        // 2,500.50 - 1,000 - 12.30 + 40 - 15 - 3.20 + 75 - 75
        assertThat(account.cash().netCashFlow()).isEqualByComparingTo("1510");
        assertThat(account.balance()).isEqualByComparingTo("11510");
        assertThat(account.equity()).isEqualByComparingTo("11510");
        assertThat(account.cash().realisedPnl()).isEqualByComparingTo("0");
        assertThat(account.sequence()).isEqualTo(9);
    }

    @Test
    void withdrawalTakesAllThatIsFreeAndNotACentMore() {
        // 0.4 x 100,000 x 1.0835 x 2 % = 866.80 of margin
        Account account = fresh.booked(buy("0.4", "EURUSD", "1.0835").get(), ValuationPrices.none(), NOW)
                .account();

        assertThat(account.paid(flow(CashFlowKind.WITHDRAWAL, "9133.21"), BigDecimal.ZERO, NOW))
                .isEqualTo(new CashResult.ExceedsFreeMargin(new BigDecimal("9133.20")));
        Account left = paid(account, CashFlowKind.WITHDRAWAL, "9133.20");
        assertThat(left.freeMargin()).isEqualByComparingTo("0");
        assertThat(left.balance()).isEqualByComparingTo("866.80");
    }

    @Test
    void openLossIsNotFree() {
        Account account = fresh.booked(buy("0.4", "EURUSD", "1.0835").get(), ValuationPrices.none(), NOW)
                .account();
        ValuationPrices lower =
                ValuationPrices.of(Fills.CATALOG, Map.of("EURUSD", Mark.market(new BigDecimal("1.0735"), NOW)));

        Account marked = account.marked(lower, NOW).orElseThrow();

        // 10,000 - (1.0835 - 1.0735) x 0.4 x 100,000 - 866.80
        assertThat(marked.freeMargin()).isEqualByComparingTo("8733.20");
        assertThat(marked.paid(flow(CashFlowKind.WITHDRAWAL, "8733.21"), BigDecimal.ZERO, NOW))
                .isInstanceOf(CashResult.ExceedsFreeMargin.class);
    }

    @Test
    void feeIsChargedWhateverIsFree() {
        Account account = paid(fresh, CashFlowKind.WITHDRAWAL, "10000");

        assertThat(paid(account, CashFlowKind.FEE, "5").balance()).isEqualByComparingTo("-5");
    }

    @Test
    void flowAndTradesGoTogetherInWhateverOrder() {
        Account flowFirst = sold(bought(paid(fresh, CashFlowKind.DEPOSIT, "500")));
        Account flowBetween = sold(paid(bought(fresh), CashFlowKind.DEPOSIT, "500"));
        Account flowLast = paid(sold(bought(fresh)), CashFlowKind.DEPOSIT, "500");

        // 10,000 + 500 + (1.0885 - 1.0835) x 0.4 x 100,000
        assertThat(flowFirst.balance()).isEqualByComparingTo("10700");
        assertThat(flowBetween).isEqualTo(flowFirst);
        assertThat(flowLast).isEqualTo(flowFirst);
    }

    @Test
    void archivedAccountTakesNoCash() {
        Account archived = fresh.with("Main", AccountStatus.ARCHIVED, NOW).orElseThrow();

        assertThat(archived.paid(flow(CashFlowKind.DEPOSIT, "1"), BigDecimal.ZERO, NOW))
                .isEqualTo(new CashResult.AccountArchived());
    }

    @Test
    void nameAndStatusAreAChangeOnlyWhenTheyDiffer() {
        assertThat(fresh.with("Main", AccountStatus.ACTIVE, NOW)).isEmpty();
        Account renamed = fresh.with("Swing", AccountStatus.ACTIVE, NOW).orElseThrow();
        assertThat(renamed.opening().name()).isEqualTo("Swing");
        assertThat(renamed.sequence()).isEqualTo(2);
    }

    @Test
    void refusesAmountsThatSayTheOpposite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> flow(CashFlowKind.DEPOSIT, "-1"))
                .withMessageContaining("above 0");
        assertThatIllegalArgumentException().isThrownBy(() -> flow(CashFlowKind.WITHDRAWAL, "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> flow(CashFlowKind.FEE, "-1"));
        assertThatIllegalArgumentException().isThrownBy(() -> flow(CashFlowKind.INTEREST, "0"));
        assertThatIllegalArgumentException()
                .as("nothing is left of it in an account's decimals")
                .isThrownBy(() -> flow(CashFlowKind.DEPOSIT, "0.000000001"));
    }

    private static Account bought(Account account) {
        return account.booked(buy("0.4", "EURUSD", "1.0835").get(), ValuationPrices.none(), NOW)
                .account();
    }

    private static Account sold(Account account) {
        return account.booked(sell("0.4", "EURUSD", "1.0885").get(), ValuationPrices.none(), NOW)
                .account();
    }

    private static CashFlow flow(CashFlowKind kind, String amount) {
        return new CashFlow(kind, new BigDecimal(amount));
    }

    private static Account paid(Account account, CashFlowKind kind, String amount) {
        assertThat(account.paid(flow(kind, amount), BigDecimal.ZERO, NOW)).isInstanceOf(CashResult.Booked.class);
        return ((CashResult.Booked) account.paid(flow(kind, amount), BigDecimal.ZERO, NOW)).account();
    }
}
