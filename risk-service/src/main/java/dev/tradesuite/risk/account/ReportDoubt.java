package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What makes a report of the books so unlike what is known that the books themselves are asked about it: whoever can
 * write to Kafka could otherwise lift every limit, or shut out all reports to come.
 *
 * @param reason what was found and what is known
 * @param grave whether it can be no report of this account at all; else it tells of a change that is large
 */
record ReportDoubt(String reason, boolean grave) {

    /** Changes of an account nobody has told of: more than a day of them, at one a second. */
    static final long MOST_MISSED = 100_000;

    /** No books have had so many changes: 31 years of one a second. */
    static final long MOST_EVER = 1_000_000_000;

    /** Share of its worth that comes or goes between two reports without a question, as cash or as profit. */
    static final BigDecimal LARGEST_CHANGE = new BigDecimal("0.5");

    /** What is doubtful about a newer report; empty when nothing is. */
    static Optional<ReportDoubt> about(BooksReport report, RiskAccount known) {
        AccountFigures before = known.figures();
        if (!report.currency().equals(before.currency())) {
            return grave(
                    "the account is in %s, and the report is in %s".formatted(before.currency(), report.currency()));
        }
        Optional<ReportDoubt> leap = aboutLeap(report, known);
        if (leap.isPresent()) {
            return leap;
        }
        BigDecimal most = before.equity().abs().multiply(LARGEST_CHANGE);
        BigDecimal flow = report.netCashFlow().subtract(before.netCashFlow());
        BigDecimal change = report.equity().subtract(before.equity());
        return change.abs().compareTo(most) > 0 || flow.abs().compareTo(most) > 0
                ? Optional.of(new ReportDoubt(
                        "its equity is %s with %s paid in since, and %s is known"
                                .formatted(
                                        report.equity().toPlainString(),
                                        flow.toPlainString(),
                                        before.equity().toPlainString()),
                        false))
                : Optional.empty();
    }

    /** Whether a newer report is so far ahead that it would shut out all that come after it. */
    static Optional<ReportDoubt> aboutLeap(BooksReport report, RiskAccount known) {
        return report.sequence() - known.sequence() > MOST_MISSED
                ? grave("its sequence is %d, and the newest known is %d".formatted(report.sequence(), known.sequence()))
                : Optional.empty();
    }

    /** The same of the first report, which may be of books that are old. */
    static Optional<ReportDoubt> aboutFirst(BooksReport report) {
        return report.sequence() > MOST_EVER
                ? grave("its sequence is %d, and no books have had more than %d changes"
                        .formatted(report.sequence(), MOST_EVER))
                : Optional.empty();
    }

    /** An account that is not known is asked about at the books, as an order would. */
    static Optional<ReportDoubt> aboutUnknown(BooksReport report) {
        return Optional.of(new ReportDoubt(
                "account %s is not known yet, and its report is the %dth"
                        .formatted(report.accountId(), report.sequence()),
                report.sequence() > MOST_MISSED));
    }

    private static Optional<ReportDoubt> grave(String reason) {
        return Optional.of(new ReportDoubt(reason, true));
    }
}
