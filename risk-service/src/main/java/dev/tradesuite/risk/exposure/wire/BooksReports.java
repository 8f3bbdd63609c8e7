package dev.tradesuite.risk.exposure.wire;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.exposure.BookedFill;
import dev.tradesuite.risk.exposure.BookedPosition;
import dev.tradesuite.risk.exposure.BooksReport;
import java.util.Optional;

/** Accounts of the contracts as reports of the books. */
public final class BooksReports {

    private BooksReports() {}

    /** The report an account makes. */
    public static BooksReport read(Account account) {
        return new BooksReport(
                account.id(),
                account.currency(),
                account.initialBalance(),
                account.equity(),
                account.equityAt(),
                account.marginUsed(),
                account.positions().stream()
                        .filter(position -> position.direction() != Direction.FLAT)
                        .map(BooksReports::read)
                        .toList(),
                account.sequence(),
                account.updatedAt());
    }

    /** The fill that caused a report, if one did. */
    public static Optional<BookedFill> fill(AccountUpdated event) {
        AccountUpdated.BookedFill fill = event.fill();
        return fill == null
                ? Optional.empty()
                : Optional.of(new BookedFill(fill.orderId(), fill.bookedLots(), fill.orderComplete()));
    }

    private static BookedPosition read(Position position) {
        return new BookedPosition(
                position.symbol(),
                position.direction() == Direction.LONG ? Side.BUY : Side.SELL,
                new Lots(position.lots()),
                position.marginUsed(),
                position.leverage());
    }
}
