package dev.tradesuite.risk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.risk.check.TestAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RiskAccountTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private final RiskAccount monday = RiskAccount.firstSeen(
            report(1, "9000", "2026-03-02T09:00:00Z"), TestAccount.DEFAULT_LIMITS, RiskDay.MIDNIGHT_UTC);

    @Test
    void accountSeenFirstHasOnceBeenWorthItsInitialBalance() {
        assertThat(monday.figures().highWaterMark()).isEqualByComparingTo("10000");
        assertThat(monday.figures().dayStartEquity()).isEqualByComparingTo("9000");
        assertThat(monday.figures().day()).isEqualTo(MONDAY);
    }

    @Test
    void highestEquityIsKept() {
        RiskAccount later = reported(monday, 2, "12000", "2026-03-02T10:00:00Z");
        later = reported(later, 3, "11000", "2026-03-02T11:00:00Z");

        assertThat(later.figures().highWaterMark()).isEqualByComparingTo("12000");
        assertThat(later.figures().equity()).isEqualByComparingTo("11000");
        assertThat(later.figures().dayStartEquity()).isEqualByComparingTo("9000");
    }

    @Test
    void firstReportOfADayBeginsItWithTheEquityBefore() {
        // The night took 300: they count as a loss of Tuesday.
        AccountFigures tuesday =
                reported(monday, 2, "8700", "2026-03-03T00:00:01Z").figures();

        assertThat(tuesday.day()).isEqualTo(MONDAY.plusDays(1));
        assertThat(tuesday.dayStartEquity()).isEqualByComparingTo("9000");
        assertThat(tuesday.lossToday()).isEqualByComparingTo("300");
    }

    @Test
    void reportThatArrivesAfterItsDayCorrectsTheStartOfTheNext() {
        RiskAccount tuesday = monday.rolledTo(MONDAY.plusDays(1));

        AccountFigures corrected =
                reported(tuesday, 2, "8800", "2026-03-02T23:59:00Z").figures();

        assertThat(corrected.day()).isEqualTo(MONDAY.plusDays(1));
        assertThat(corrected.dayStartEquity()).isEqualByComparingTo("8800");
    }

    @Test
    void aDayIsRolledOnceAndNeverBack() {
        RiskAccount tuesday = reported(monday.rolledTo(MONDAY.plusDays(1)), 2, "8500", "2026-03-03T08:00:00Z");

        assertThat(tuesday.rolledTo(MONDAY.plusDays(1))).isEqualTo(tuesday);
        assertThat(tuesday.rolledTo(MONDAY)).isEqualTo(tuesday);
    }

    @Test
    void roomIsWhatTheLimitsLeave() {
        // 80 % of 9,000 - 500 used; 5 % of the 9,000 the day began with, less 100 lost since
        RiskAccount account = new RiskAccount(
                "main",
                1,
                TestAccount.of("8900").dayBeganWith("9000").usingMargin("500").figures());

        assertThat(account.marginRoom()).isEqualByComparingTo("6620");
        assertThat(account.lossRoom()).isEqualByComparingTo("350");
    }

    @Test
    void roomIsNeverBelowWhatIsHeld() {
        RiskAccount ruined = new RiskAccount(
                "main",
                1,
                TestAccount.of("1000")
                        .dayBeganWith("9000")
                        .usingMargin("5000")
                        .reserving("200", "866.80")
                        .figures());

        assertThat(ruined.marginRoom()).isEqualByComparingTo("866.80");
        assertThat(ruined.lossRoom()).isEqualByComparingTo("200");
        assertThat(ruined.holding(new BigDecimal("-200"), new BigDecimal("-866.80"))
                        .marginRoom())
                .isZero();
    }

    @Test
    void depositIsNoProfitAndAWithdrawalNoLoss() {
        // 9,000 at the start of the day, high-water mark 10,000; 500 are lost, 2,000 paid in, 3,000 taken out.
        RiskAccount lost = reported(monday, 2, "8500", "2026-03-02T10:00:00Z");
        RiskAccount richer = flown(lost, 3, "10500", "2000", "2026-03-02T11:00:00Z");
        RiskAccount poorer = flown(richer, 4, "7500", "-1000", "2026-03-02T12:00:00Z");

        assertThat(richer.figures().dayStartEquity()).isEqualByComparingTo("11000");
        assertThat(richer.figures().highWaterMark()).isEqualByComparingTo("12000");
        assertThat(poorer.figures().dayStartEquity()).isEqualByComparingTo("8000");
        assertThat(poorer.figures().highWaterMark()).isEqualByComparingTo("9000");
        assertThat(List.of(lost, richer, poorer)).allSatisfy(account -> {
            assertThat(account.figures().lossToday()).isEqualByComparingTo("500");
            assertThat(account.figures().fallFromHigh()).isEqualByComparingTo("1500");
        });
    }

    @Test
    void flowsWhoseReportsWereLostCountTogether() {
        RiskAccount all = flown(monday, 9, "10000", "1000", "2026-03-02T12:00:00Z");

        assertThat(all.figures().lossToday()).isEqualByComparingTo("0");
        assertThat(all.figures().highWaterMark()).isEqualByComparingTo("11000");
        assertThat(flown(all, 10, "10000", "1000", "2026-03-02T12:00:01Z")
                        .figures()
                        .highWaterMark())
                .as("a flow counts once")
                .isEqualByComparingTo("11000");
    }

    @Test
    void flowOfTheNightMovesTheStartOfTheNewDay() {
        AccountFigures tuesday =
                flown(monday, 2, "9700", "1000", "2026-03-03T00:00:01Z").figures();

        // 9,000 + 1,000 - 300 lost in the night
        assertThat(tuesday.dayStartEquity()).isEqualByComparingTo("10000");
        assertThat(tuesday.lossToday()).isEqualByComparingTo("300");
    }

    @Test
    void flowThatIsToldAfterItsDayIsNoProfitOfTheNext() {
        RiskAccount tuesday = monday.rolledTo(MONDAY.plusDays(1));

        AccountFigures corrected =
                flown(tuesday, 2, "9500", "500", "2026-03-02T23:59:00Z").figures();
        AccountFigures next = flown(new RiskAccount("main", 2, corrected), 3, "9500", "500", "2026-03-03T08:00:00Z")
                .figures();

        assertThat(corrected.dayStartEquity()).isEqualByComparingTo("9500");
        assertThat(next.lossToday()).isEqualByComparingTo("0");
        assertThat(next.highWaterMark()).isEqualByComparingTo("10500");
    }

    @Test
    void accountSeenFirstAfterFlowsCountsThem() {
        RiskAccount first = RiskAccount.firstSeen(
                flowReport(5, "11800", "2000", "2026-03-02T09:00:00Z"),
                TestAccount.DEFAULT_LIMITS,
                RiskDay.MIDNIGHT_UTC);

        assertThat(first.figures().highWaterMark()).isEqualByComparingTo("12000");
        assertThat(first.figures().netCashFlow()).isEqualByComparingTo("2000");
        assertThat(flown(first, 6, "10800", "1000", "2026-03-02T10:00:00Z")
                        .figures()
                        .fallFromHigh())
                .isEqualByComparingTo("200");
    }

    private static RiskAccount flown(RiskAccount account, long sequence, String equity, String net, String at) {
        return account.reported(flowReport(sequence, equity, net, at), RiskDay.MIDNIGHT_UTC);
    }

    private static RiskAccount reported(RiskAccount account, long sequence, String equity, String at) {
        return account.reported(report(sequence, equity, at), RiskDay.MIDNIGHT_UTC);
    }

    private static BooksReport report(long sequence, String equity, String at) {
        return flowReport(sequence, equity, "0", at);
    }

    private static BooksReport flowReport(long sequence, String equity, String net, String at) {
        Instant time = Instant.parse(at);
        return new BooksReport(
                "main",
                "USD",
                new BigDecimal("10000"),
                new BigDecimal(net),
                false,
                new BigDecimal(equity),
                time,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of(),
                sequence,
                time);
    }
}
