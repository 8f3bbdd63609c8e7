package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.risk.check.TestAccount;
import dev.tradesuite.risk.state.StateSubject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskAccountServiceTest {

    private final TestRisk risk = new TestRisk();
    private final List<HighWaterMarkChange> changes = new ArrayList<>();
    private final RiskAccountService service = new RiskAccountService(
            risk.accounts, risk.books, risk.monitor, changes::add, RiskDay.MIDNIGHT_UTC, risk.clock);

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

        assertThat(service.changeLimits("main", strict, "after a bad week", "ann"))
                .contains(strict);

        assertThat(risk.accounts.limitChanges)
                .containsExactly(new LimitChange("main", strict, "after a bad week", "ann", TestAccount.NOW));
        assertThat(risk.told).extracting(Breach::check).containsExactly(RiskCheckName.DAILY_LOSS);
        assertThat(service.changeLimits("other", strict, null, "ann")).isEmpty();
    }

    @Test
    void highestEquityThatWasNeverTrueIsPutRight() {
        risk.report(report("main", 1, "10000"));
        // One wrong price, and the right one after it: 90,000 of 100,000 are "lost".
        risk.report(report("main", 2, "100000"));
        risk.report(report("main", 3, "10000"));

        assertThat(service.change("main", null, "a wrong price", "ann"))
                .contains(new RiskAccountService.HighWaterMark.Changed(risk.account("main")));

        assertThat(risk.account("main").figures().highWaterMark()).isEqualByComparingTo("10000");
        assertThat(risk.accounts.highWaterMarkChanges)
                .containsExactly(new HighWaterMarkChange(
                        "main",
                        new BigDecimal("100000"),
                        new BigDecimal("10000"),
                        "a wrong price",
                        "ann",
                        TestAccount.NOW))
                .isEqualTo(changes);
        assertThat(risk.states.find(StateSubject.account("main")).orElseThrow().state())
                .as("a person lifts it")
                .isEqualTo(TradingState.REDUCE_ONLY);
    }

    @Test
    void highestEquityIsNeverBelowEquity() {
        risk.report(report("main", 1, "10000"));

        assertThat(service.change("main", new BigDecimal("9999.99"), "a test", "ann"))
                .contains(new RiskAccountService.HighWaterMark.BelowEquity(new BigDecimal("10000")));
        assertThat(service.change("main", new BigDecimal("10500"), "a test", "ann"))
                .contains(new RiskAccountService.HighWaterMark.Changed(risk.account("main")));
        assertThat(risk.account("main").figures().highWaterMark()).isEqualByComparingTo("10500");
        assertThat(changes).hasSize(1);
        assertThat(service.change("other", null, "a test", "ann")).isEmpty();
    }

    @Test
    void higherMarkThatPutsAnAccountBeyondItsLimitRestrictsIt() {
        risk.report(report("main", 1, "10000"));

        service.change("main", new BigDecimal("12000"), "deposits were forgotten", "ann");

        // 2,000 of 12,000: 16.67 %
        assertThat(risk.told).extracting(Breach::check).containsExactly(RiskCheckName.DRAWDOWN);
    }
}
