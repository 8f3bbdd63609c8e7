package dev.tradesuite.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.risk.check.TestAccount;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** 5 % of the 10,000 USD the day began with, and 15 % of the highest equity. */
class BreachTest {

    private static final BigDecimal FIVE = new BigDecimal("5");

    @Test
    void limitItselfIsNoBreach() {
        assertThat(Breach.between(null, account("9500").figures())).isEmpty();
    }

    @Test
    void passingTheLimitIsOne() {
        assertThat(Breach.between(account("9500").figures(), account("9499").figures()))
                .containsExactly(new Breach(RiskCheckName.DAILY_LOSS, new BigDecimal("5.01"), FIVE));
    }

    @Test
    void stayingBeyondItIsNone() {
        assertThat(Breach.between(account("9499").figures(), account("9400").figures()))
                .isEmpty();
    }

    @Test
    void accountMayPassBothAtOnce() {
        assertThat(Breach.between(account("10000").figures(), account("8400").figures()))
                .extracting(Breach::check)
                .containsExactly(RiskCheckName.DAILY_LOSS, RiskCheckName.DRAWDOWN);
    }

    @Test
    void accountThatIsFirstSeenBeyondALimitHasPassedIt() {
        assertThat(Breach.between(
                        null, TestAccount.of("8400").oncePeakedAt("10000").figures()))
                .extracting(Breach::check)
                .containsExactly(RiskCheckName.DRAWDOWN);
    }

    @Test
    void newDayBeginsWithoutLoss() {
        // 600 lost yesterday; today began with 9,400 and has lost 471: 5.0107 %
        TestAccount yesterday = account("9400").onDay(TestAccount.TODAY.minusDays(1));
        TestAccount today = TestAccount.of("8929").dayBeganWith("9400").oncePeakedAt("10000");

        assertThat(Breach.between(yesterday.figures(), today.figures()))
                .containsExactly(new Breach(RiskCheckName.DAILY_LOSS, new BigDecimal("5.0107"), FIVE));
    }

    @Test
    void lowerLimitCanBePassedWithoutALoss() {
        TestAccount strict = account("9600").limitedBy(TestAccount.limits("3", "15", "5", "80", "0.7", "1000"));

        assertThat(Breach.between(account("9600").figures(), strict.figures()))
                .extracting(Breach::check)
                .containsExactly(RiskCheckName.DAILY_LOSS);
    }

    private static TestAccount account(String equity) {
        return TestAccount.of(equity).dayBeganWith("10000").oncePeakedAt("10000");
    }
}
