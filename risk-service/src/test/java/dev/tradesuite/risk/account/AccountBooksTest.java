package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class AccountBooksTest {

    private static final BookedPosition EURUSD = new BookedPosition(
            "EURUSD",
            Side.BUY,
            Lots.of("0.1"),
            new BigDecimal("216.70"),
            new BigDecimal("1.0835"),
            null,
            BigDecimal.ONE);

    private final TestRisk risk = new TestRisk();

    @Test
    void accountIsAddedWithItsFirstReport() {
        risk.report(report("main", 3, "9900", EURUSD));

        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("9900");
        assertThat(risk.account("main").figures().highWaterMark()).isEqualByComparingTo("10000");
        assertThat(risk.accounts.positions.get("main")).containsExactly(EURUSD);
    }

    @Test
    void newerReportReplacesFiguresAndPositionsInOneWrite() {
        risk.report(report("main", 1, "10000", EURUSD));

        risk.report(report("main", 2, "10100"));

        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("10100");
        assertThat(risk.accounts.positions.get("main")).isEmpty();
        assertThat(risk.accounts.writes).isEqualTo(1);
    }

    @Test
    void olderReportAndARepeatChangeNothing() {
        risk.report(report("main", 5, "10000", EURUSD));

        risk.report(report("main", 4, "1"));
        risk.report(report("main", 5, "1"));

        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("10000");
        assertThat(risk.accounts.positions.get("main")).containsExactly(EURUSD);
        assertThat(risk.accounts.writes).isZero();
    }

    @Test
    void reportIsTakenInWhenSomebodyElseAddsTheAccountInBetween() {
        // The other has an older report; it adds the account after this one has seen that there is none.
        risk.accounts.meanwhile = () -> risk.report(report("main", 1, "10000"));

        risk.report(report("main", 2, "9950"));

        assertThat(risk.account("main").sequence()).isEqualTo(2);
        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("9950");
    }

    @Test
    void newerReportOfSomebodyElseInBetweenStands() {
        risk.accounts.meanwhile = () -> risk.report(report("main", 3, "10050"));

        risk.report(report("main", 2, "9950"));

        assertThat(risk.account("main").sequence()).isEqualTo(3);
    }

    @Test
    void accountThatIsSeenFirstBeyondALimitIsRestricted() {
        // 1,600 below the 10,000 it began with: 16 %
        risk.report(report("main", 1, "8400"));

        assertThat(risk.told).extracting(Breach::check).containsExactly(RiskCheckName.DRAWDOWN);
        assertThat(risk.states.changes).containsExactly("ACTIVE > REDUCE_ONLY");
    }

    @Test
    void booksAreAskedAboutAnAccountAndRemembered() {
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 7, "10000")));

        assertThat(risk.books.learn("main")).isInstanceOf(BooksSource.Answer.Found.class);
        assertThat(risk.account("main").sequence()).isEqualTo(7);
        assertThat(risk.books.learn("other")).isEqualTo(new BooksSource.Answer.NoSuchAccount());
        assertThat(risk.accounts.find("other")).isEmpty();
    }
}
