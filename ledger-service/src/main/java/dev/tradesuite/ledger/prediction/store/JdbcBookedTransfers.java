package dev.tradesuite.ledger.prediction.store;

import dev.tradesuite.ledger.prediction.BookedTransfer;
import dev.tradesuite.ledger.prediction.BookedTransfers;
import dev.tradesuite.support.store.TimeColumns;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code portfolio_transfer}; rows are added, never changed. */
@Component
final class JdbcBookedTransfers implements BookedTransfers {

    private final JdbcClient jdbc;

    JdbcBookedTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(BookedTransfer transfer) {
        jdbc.sql(
                        """
                        INSERT INTO portfolio_transfer (transfer_id, account_id, portfolio_id, amount, account_balance_after,
                                                        portfolio_cash_after, person, booked_at)
                        VALUES (:id, :account, :portfolio, :amount, :balance, :cash, :person, :at)
                        """)
                .param("id", transfer.id())
                .param("account", transfer.accountId())
                .param("portfolio", transfer.portfolioId())
                .param("amount", transfer.amount())
                .param("balance", transfer.accountBalanceAfter())
                .param("cash", transfer.portfolioCashAfter())
                .param("person", transfer.person())
                .param("at", TimeColumns.of(transfer.bookedAt()))
                .update();
    }

    @Override
    public Optional<BookedTransfer> find(UUID id) {
        return jdbc.sql("SELECT * FROM portfolio_transfer WHERE transfer_id = :id")
                .param("id", id)
                .query((row, _) -> new BookedTransfer(
                        row.getObject("transfer_id", UUID.class),
                        row.getString("account_id"),
                        row.getLong("portfolio_id"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("account_balance_after"),
                        row.getBigDecimal("portfolio_cash_after"),
                        row.getString("person"),
                        TimeColumns.instant(row, "booked_at")))
                .optional();
    }
}
