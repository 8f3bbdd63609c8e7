package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.risk.check.TestAccount;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RiskAccountServiceTest {

    private final TestRisk risk = new TestRisk();
    private final RiskAccountService service =
            new RiskAccountService(risk.accounts, risk.books, risk.monitor, RiskDay.MIDNIGHT_UTC, risk.clock);

    @Test
    void booksAreAskedOnlyAboutWhatIsNotRemembered() {
        risk.ledger.put("new", new BooksSource.Answer.Found(report("new", 1, "10000")));
        risk.ledger.put("away", new BooksSource.Answer.Unavailable("the books do not answer"));
        risk.report(report("known", 1, "9000"));

        assertThat(service.find("known")).isEqualTo(new RiskAccountService.Answer.Found(risk.account("known")));
        assertThat(service.find("new")).isEqualTo(new RiskAccountService.Answer.Found(risk.account("new")));
        assertThat(service.find("none")).isEqualTo(new RiskAccountService.Answer.NoSuchAccount());
        assertThat(service.find("away"))
                .isEqualTo(new RiskAccountService.Answer.Unavailable("the books do not answer"));
    }

    @Test
    void accountIsShownAsOfToday() {
        risk.report(report("main", 1, "9900"));
        risk.clock.advance(Duration.ofDays(1));

        assertThat(service.find("main"))
                .isEqualTo(new RiskAccountService.Answer.Found(
                        risk.account("main").rolledTo(TestAccount.TODAY.plusDays(1))));
    }

    @Test
    void lowerLimitRestrictsAnAccountThatIsBeyondIt() {
        risk.report(report("main", 1, "10000"));
        risk.report(report("main", 2, "9600"));
        Limits strict = TestAccount.limits("3", "15", "5", "80", "0.7", "1000");

        assertThat(service.change("main", strict, "ann")).contains(strict);

        assertThat(risk.accounts.limitChanges).containsExactly(strict);
        assertThat(risk.told).extracting(Breach::check).containsExactly(RiskCheckName.DAILY_LOSS);
        assertThat(service.change("other", strict, "ann")).isEmpty();
    }
}
