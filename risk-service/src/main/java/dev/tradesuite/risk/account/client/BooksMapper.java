package dev.tradesuite.risk.account.client;

import dev.tradesuite.contracts.ledger.Account;
import dev.tradesuite.contracts.ledger.AccountStatus;
import dev.tradesuite.contracts.ledger.Position;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.BookedPosition;
import dev.tradesuite.risk.account.BooksReport;
import java.math.BigDecimal;

/** AccountViews of the contracts as reports of the books. */
public final class BooksMapper {

    private BooksMapper() {}

    /** The report an account makes. */
    public static BooksReport report(Account account) {
        return new BooksReport(
                account.id(),
                account.currency(),
                account.initialBalance(),
                account.netCashFlow(),
                account.status() == AccountStatus.ARCHIVED,
                account.equity(),
                account.equityAt(),
                account.marginUsed(),
                openStakes(account),
                account.positions().stream()
                        .filter(position -> position.direction() != Direction.FLAT)
                        .map(BooksMapper::position)
                        .toList(),
                account.sequence(),
                account.updatedAt());
    }

    /** Of a listed position only the open profit is in equity beside cash; of one paid in full, all it is worth. */
    private static BigDecimal openStakes(Account account) {
        BigDecimal floating =
                account.positions().stream().map(Position::floatingPnl).reduce(BigDecimal.ZERO, BigDecimal::add);
        return account.equity().subtract(account.balance()).subtract(floating).max(BigDecimal.ZERO);
    }

    private static BookedPosition position(Position position) {
        return new BookedPosition(
                position.symbol(),
                position.direction() == Direction.LONG ? Side.BUY : Side.SELL,
                new Lots(position.lots()),
                position.marginUsed(),
                position.markPrice(),
                position.lossAtStop(),
                position.conversionRate());
    }
}
