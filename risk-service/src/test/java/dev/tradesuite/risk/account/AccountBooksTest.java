package dev.tradesuite.risk.account;

import static dev.tradesuite.risk.account.TestReports.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        // An equity out of nothing lifts every limit, and so does an account that is empty all at once.
        "2, 1000000000",
        "2, 15000.01",
        "2, 4999.99",
        // A sequence at the end of all numbers shuts out every report to come.
        "9223372036854775807, 10000",
        "100002, 10000"
    })
    void reportFromOutsideThatIsUnlikeWhatIsKnownIsNotBelievedWhenTheBooksDoNotSayTheSame(
            long sequence, String equity) {
        risk.report(report("main", 1, "10000"));
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 1, "10000")));

        assertThatExceptionOfType(ImplausibleReportException.class)
                .isThrownBy(() -> risk.books.takeInFromOutside(report("main", sequence, equity), account -> account));

        assertThat(risk.account("main").sequence()).isEqualTo(1);
        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("10000");
        risk.books.takeInFromOutside(report("main", 2, "10010"), account -> account);
        assertThat(risk.account("main").sequence()).as("it goes on").isEqualTo(2);
    }

    @Test
    void largeChangeThatTheBooksConfirmIsTakenInAsTheyTellIt() {
        risk.report(report("main", 1, "10000"));
        risk.ledger.put("main", new BooksSource.Answer.Found(report("main", 3, "21000")));

        risk.books.takeInFromOutside(report("main", 2, "20000"), account -> account);

        assertThat(risk.account("main").sequence()).isEqualTo(3);
        assertThat(risk.account("main").figures().equity()).isEqualByComparingTo("21000");
    }

    @Test
    void largeChangeWaitsForBooksThatCannotBeAsked() {
        risk.report(report("main", 1, "10000"));
        risk.ledger.put("main", new BooksSource.Answer.Unavailable("it is offline"));

        assertThatIllegalStateException()
                .isThrownBy(() -> risk.books.takeInFromOutside(report("main", 2, "20000"), account -> account))
                .withMessageContaining("it is offline");
        assertThat(risk.account("main").sequence()).isEqualTo(1);
    }

    @Test
    void portfolioIsNotAmongTheAccountsOfTheBooksAndItsLargeChangeIsBelieved() {
        risk.report(report("portfolio-7", 1, "10000"));

        risk.books.takeInFromOutside(report("portfolio-7", 2, "20000"), account -> account);

        assertThat(risk.account("portfolio-7").figures().equity()).isEqualByComparingTo("20000");
        assertThatExceptionOfType(ImplausibleReportException.class)
                .isThrownBy(() -> risk.books.takeInFromOutside(
                        report("portfolio-7", Long.MAX_VALUE, "20000"), account -> account));
    }

    @Test
    void booksThatAreBroughtAlongMayTellOfAnythingButASequenceOutOfReach() {
        assertThatExceptionOfType(ImplausibleReportException.class)
                .as("31 years at one a second")
                .isThrownBy(() -> brought(1_000_000_001, "10000"))
                .withMessageContaining("1000000001");
        assertThat(risk.accounts.find("portfolio-8")).isEmpty();

        brought(250_000, "10000");
        assertThat(risk.account("portfolio-8").sequence())
                .as("books that are old")
                .isEqualTo(250_000);
        assertThatExceptionOfType(ImplausibleReportException.class)
                .isThrownBy(() -> brought(350_001, "10000"))
                .withMessage("its sequence is 350001, and the newest known is 250000");
        assertThatExceptionOfType(ImplausibleReportException.class).isThrownBy(() -> brought(Long.MAX_VALUE, "10000"));
        brought(350_000, "20000");

        assertThat(risk.account("portfolio-8").sequence()).isEqualTo(350_000);
        assertThat(risk.account("portfolio-8").figures().equity()).isEqualByComparingTo("20000");
    }

    private void brought(long sequence, String equity) {
        risk.books.takeInBrought(report("portfolio-8", sequence, equity), account -> account);
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
