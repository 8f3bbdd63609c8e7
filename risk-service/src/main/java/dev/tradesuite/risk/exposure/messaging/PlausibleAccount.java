package dev.tradesuite.risk.exposure.messaging;

import static dev.tradesuite.support.event.Plausible.amount;
import static dev.tradesuite.support.event.Plausible.past;
import static dev.tradesuite.support.event.Plausible.positive;
import static dev.tradesuite.support.event.Plausible.present;
import static dev.tradesuite.support.event.Plausible.require;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;

/** What a report of an account must be before risk looks at it: complete, of this time, and adding up. */
final class PlausibleAccount {

    /** Half a cent for each of the amounts that are added. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.02");

    private PlausibleAccount() {}

    /** Refuses a report in which something is missing or cannot be. */
    static void check(AccountUpdated updated, Instant now) {
        Account account = present(updated.account(), "account");
        present(account.id(), "id");
        present(account.currency(), "currency");
        present(account.status(), "status");
        present(account.positions(), "positions");
        amount(account.initialBalance(), "initial_balance");
        amount(account.netCashFlow(), "net_cash_flow");
        amount(account.balance(), "balance");
        amount(account.floatingPnl(), "floating_pnl");
        amount(account.equity(), "equity");
        amount(account.marginUsed(), "margin_used");
        // A future report would begin the next risk day before its time.
        past(account.updatedAt(), "updated_at", now);
        past(account.equityAt(), "equity_at", now);
        require(account.sequence() > 0, () -> "sequence must be above 0, was " + account.sequence());
        require(
                account.marginUsed().signum() >= 0,
                () -> "margin_used must not be negative, was " + account.marginUsed());
        // The stakes of a portfolio are paid in full and not listed: what they cost is its margin, and not in its cash.
        BigDecimal paid = account.positions().isEmpty() ? account.marginUsed() : BigDecimal.ZERO;
        BigDecimal worth = account.balance().add(paid).add(account.floatingPnl());
        require(
                worth.subtract(account.equity()).abs().compareTo(ROUNDING) <= 0,
                () -> "balance and positions make %s, and equity is %s".formatted(worth, account.equity()));
        account.positions().stream()
                .filter(position -> position.direction() != Direction.FLAT)
                .forEach(PlausibleAccount::check);
        AccountUpdated.BookedFill fill = updated.fill();
        if (fill != null) {
            present(fill.orderId(), "fill.order_id");
            positive(fill.bookedLots(), "fill.booked_lots");
        }
    }

    private static void check(Position position) {
        present(position.symbol(), "position.symbol");
        present(position.direction(), "position.direction");
        positive(position.lots(), "position.lots");
        positive(position.markPrice(), "position.mark_price");
        positive(position.conversionRate(), "position.conversion_rate");
        amount(position.marginUsed(), "position.margin_used");
        require(
                position.marginUsed().signum() >= 0,
                () -> "position.margin_used must not be negative, was " + position.marginUsed());
    }
}
