package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.risk.check.TestAccount;
import java.time.Duration;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DayRollTest {

    private static final LocalDate TOMORROW = TestAccount.TODAY.plusDays(1);

    private final TestRisk risk = new TestRisk();
    private final DayRoll roll = new DayRoll(risk.accounts, risk.monitor, RiskDay.MIDNIGHT_UTC, risk.clock);

    @Test
    void everyAccountOfAnEarlierDayIsRolled() {
        risk.report(report("a", 1, "10000"));
        risk.report(report("b", 1, "9000"));
        risk.clock.advance(Duration.ofDays(1));

        assertThat(roll.rollAccounts()).isEmpty();

        assertThat(day("a")).isEqualTo(TOMORROW);
        assertThat(risk.account("b").figures().dayStartEquity()).isEqualByComparingTo("9000");
        assertThat(risk.accounts.accountsBefore(TOMORROW)).isEmpty();
    }

    @Test
    void accountThatFailsHoldsUpNoOtherAndIsTriedAgain() {
        risk.report(report("a", 1, "10000"));
        risk.report(report("b", 1, "10000"));
        risk.report(report("c", 1, "10000"));
        risk.clock.advance(Duration.ofDays(1));
        risk.accounts.broken.add("a");

        assertThat(roll.rollAccounts()).containsExactly("a");
        assertThat(day("a")).isEqualTo(TestAccount.TODAY);
        assertThat(day("b")).isEqualTo(TOMORROW);
        assertThat(day("c")).isEqualTo(TOMORROW);

        risk.accounts.broken.clear();
        assertThat(roll.rollAccounts()).isEmpty();
        assertThat(day("a")).isEqualTo(TOMORROW);
    }

    @Test
    void storeThatIsAwayIsNotAskedForEveryAccount() {
        IntStream.range(0, 30).forEach(i -> risk.report(report("account-" + i, 1, "10000")));
        risk.accounts.broken.addAll(risk.accounts.rows.keySet());
        risk.clock.advance(Duration.ofDays(1));

        assertThat(roll.rollAccounts()).hasSize(10);
    }

    private LocalDate day(String account) {
        return risk.account(account).figures().day();
    }
}
