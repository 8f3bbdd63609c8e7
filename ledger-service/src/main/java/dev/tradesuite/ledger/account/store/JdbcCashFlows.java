package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.CashFlow;
import dev.tradesuite.contracts.ledger.CashFlowKind;
import dev.tradesuite.ledger.account.BookedCashFlow;
import dev.tradesuite.ledger.account.CashFlows;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cash flows in the table {@code cash_flow}; rows are added, never changed. */
@Component
final class JdbcCashFlows implements CashFlows {

    private final JdbcClient jdbc;

    JdbcCashFlows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(BookedCashFlow flow) {
        jdbc.sql(
                        """
                        INSERT INTO cash_flow (flow_id, account_id, account_sequence, kind, strategy, amount, cash_change,
                                               reason, balance_after, net_cash_flow_after, person, booked_at)
                        VALUES (:id, :accountId, :sequence, :kind, :strategy, :amount, :cashChange, :reason,
                                :balanceAfter, :netCashFlowAfter, :person, :bookedAt)
                        """)
                .param("id", flow.id())
                .param("accountId", flow.accountId())
                .param("sequence", flow.sequence())
                .param("kind", flow.flow().kind().name())
                .param("strategy", flow.strategy())
                .param("amount", flow.flow().amount())
                .param("cashChange", flow.flow().cashChange())
                .param("reason", flow.reason())
                .param("balanceAfter", flow.balanceAfter())
                .param("netCashFlowAfter", flow.netCashFlowAfter())
                .param("person", flow.person())
                .param("bookedAt", TimeColumns.of(flow.bookedAt()))
                .update();
    }

    @Override
    public List<BookedCashFlow> list(String accountId, Optional<String> strategy, Optional<Long> before, int most) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM cash_flow
                         WHERE account_id = :accountId
                           AND (CAST(:strategy AS text) IS NULL OR strategy = :strategy)
                           AND account_sequence < :before
                         ORDER BY account_sequence DESC
                         LIMIT :most
                        """)
                .param("accountId", accountId)
                .param("strategy", strategy.orElse(null))
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most)
                .query((row, _) -> flow(row))
                .list();
    }

    private static BookedCashFlow flow(ResultSet row) throws SQLException {
        return new BookedCashFlow(
                row.getObject("flow_id", UUID.class),
                row.getString("account_id"),
                row.getLong("account_sequence"),
                new CashFlow(CashFlowKind.valueOf(row.getString("kind")), row.getBigDecimal("amount")),
                row.getString("strategy"),
                row.getString("reason"),
                row.getBigDecimal("balance_after"),
                row.getBigDecimal("net_cash_flow_after"),
                row.getString("person"),
                TimeColumns.instant(row, "booked_at"));
    }
}
