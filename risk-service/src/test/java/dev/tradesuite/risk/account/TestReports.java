package dev.tradesuite.risk.account;

import dev.tradesuite.risk.check.TestAccount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/** Reports of the books for tests, in USD. */
public final class TestReports {

    private TestReports() {}

    /** The account at {@link TestAccount#NOW}, begun with 10,000. */
    public static BooksReport report(String account, long sequence, String equity, BookedPosition... positions) {
        return report(account, sequence, equity, TestAccount.NOW, positions);
    }

    static BooksReport report(String account, long sequence, String equity, Instant at, BookedPosition... positions) {
        BigDecimal margin =
                List.of(positions).stream().map(BookedPosition::margin).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new BooksReport(
                account,
                "USD",
                new BigDecimal("10000"),
                BigDecimal.ZERO,
                false,
                new BigDecimal(equity),
                at,
                margin,
                BigDecimal.ZERO,
                List.of(positions),
                sequence,
                at);
    }
}
