package dev.tradesuite.risk.exposure.web;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.risk.ReserveStakesRequest;
import dev.tradesuite.risk.account.ImplausibleReportException;
import dev.tradesuite.risk.state.StateSubject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books that come along with stakes: believed only for the portfolio of the stakes, and when they add up. */
final class StakeBooks {

    /** Clocks of two machines differ; a report of a later moment than that is of none. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    /** Every position is rounded to cents by itself, so figures of many differ by more than a cent. */
    private static final BigDecimal ROUNDING = BigDecimal.ONE;

    /** The same, for large books: a thousandth of what is invested. */
    private static final int ROUNDING_DIGITS = 3;

    private StakeBooks() {}

    /** Why they are not believed; empty when they are. */
    static List<FieldError> faults(ReserveStakesRequest request, Instant now) {
        Account books = request.books();
        List<FieldError> faults = new ArrayList<>();
        String portfolio = StateSubject.accountOf(request.portfolioId());
        if (!portfolio.equals(books.id())) {
            faults.add(fault("id", "must be the books of the portfolio of the stakes, " + portfolio, books.id()));
        }
        if (books.initialBalance().signum() <= 0) {
            faults.add(fault("initial_balance", "must be above 0", books.initialBalance()));
        }
        if (books.balance().signum() < 0) {
            faults.add(fault("balance", "a portfolio owes nothing: must be 0 or more", books.balance()));
        }
        if (books.marginUsed().signum() < 0) {
            faults.add(fault("margin_used", "must be 0 or more", books.marginUsed()));
        }
        // Cash and what is invested are what it began with and what it won; at its marks it is worth the profit more.
        BigDecimal funds = books.initialBalance()
                .add(books.netCashFlow())
                .add(books.realisedPnl())
                .subtract(books.commissionPaid());
        if (differ(books, books.balance().add(books.marginUsed()), funds)) {
            faults.add(fault(
                    "balance",
                    "with margin_used must be initial_balance, net_cash_flow and realised_pnl less commission_paid, "
                            + funds.toPlainString(),
                    books.balance()));
        }
        BigDecimal worth = funds.add(books.floatingPnl());
        if (differ(books, books.equity(), worth)) {
            faults.add(fault("equity", "must be what the rest adds up to, " + worth.toPlainString(), books.equity()));
        }
        if (books.updatedAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            faults.add(fault("updated_at", "must not be later than now, " + now, books.updatedAt()));
        }
        return faults;
    }

    /** A sequence that no books can have reached. */
    static FieldError tooFarAhead(Account books, ImplausibleReportException why) {
        return fault("sequence", "must be one the books can have reached: " + why.getMessage(), books.sequence());
    }

    private static boolean differ(Account books, BigDecimal one, BigDecimal other) {
        BigDecimal rounding = ROUNDING.max(books.marginUsed().movePointLeft(ROUNDING_DIGITS));
        return one.subtract(other).abs().compareTo(rounding) > 0;
    }

    private static FieldError fault(String field, String message, @Nullable Object found) {
        return new FieldError("books." + field, "NOT_VALID", message, found == null ? null : found.toString());
    }
}
