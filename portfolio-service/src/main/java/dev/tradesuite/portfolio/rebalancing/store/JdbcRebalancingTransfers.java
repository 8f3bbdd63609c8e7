package dev.tradesuite.portfolio.rebalancing.store;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.RebalancingTransferState;
import dev.tradesuite.portfolio.rebalancing.PlannedTransfer;
import dev.tradesuite.portfolio.rebalancing.RebalancingTransfer;
import dev.tradesuite.portfolio.rebalancing.RebalancingTransfers;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code rebalancing_transfer}. */
@Component
final class JdbcRebalancingTransfers implements RebalancingTransfers {

    private final JdbcClient jdbc;

    JdbcRebalancingTransfers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<RebalancingTransfer> transfers, Instant now) {
        transfers.forEach(one -> jdbc.sql(
                        """
                        INSERT INTO rebalancing_transfer (rebalancing_id, number, account_id, strategy, portfolio_id, amount,
                                                          bound, state, moved, pieces, updated_at, due_at)
                        VALUES (:id, :number, :account, :strategy, :portfolio, :amount, :bound, :state, :moved, :pieces,
                                :at, :at)
                        """)
                .param("id", one.rebalancing())
                .param("number", one.plan().number())
                .param("account", one.account())
                .param("strategy", one.plan().strategy())
                .param("portfolio", one.plan().portfolio())
                .param("amount", one.plan().amount())
                .param("bound", one.plan().bound())
                .param("state", one.state().name())
                .param("moved", one.moved())
                .param("pieces", one.pieces())
                .param("at", TimeColumns.of(now))
                .update());
    }

    @Override
    public List<RebalancingTransfer> of(UUID rebalancing) {
        return jdbc.sql("SELECT * FROM rebalancing_transfer WHERE rebalancing_id = :id ORDER BY number")
                .param("id", rebalancing)
                .query((row, _) -> transfer(row))
                .list();
    }

    @Override
    public Optional<RebalancingTransfer> lock(UUID rebalancing, int number) {
        return jdbc.sql(
                        """
                        SELECT * FROM rebalancing_transfer WHERE rebalancing_id = :id AND number = :number FOR UPDATE
                        """)
                .param("id", rebalancing)
                .param("number", number)
                .query((row, _) -> transfer(row))
                .optional();
    }

    @Override
    public List<RebalancingTransfer> lockOpen(String account) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM rebalancing_transfer
                         WHERE account_id = :account AND state = 'OPEN'
                         ORDER BY rebalancing_id, number
                           FOR UPDATE
                        """)
                .param("account", account)
                .query((row, _) -> transfer(row))
                .list();
    }

    @Override
    public void save(RebalancingTransfer one, Instant now) {
        jdbc.sql(
                        """
                        UPDATE rebalancing_transfer
                           SET state = :state, moved = :moved, piece = :piece, pieces = :pieces, reason_code = :code,
                               reason_message = :message, updated_at = :at
                         WHERE rebalancing_id = :id AND number = :number
                        """)
                .param("id", one.rebalancing())
                .param("number", one.plan().number())
                .param("state", one.state().name())
                .param("moved", one.moved())
                .param("piece", one.piece().orElse(null))
                .param("pieces", one.pieces())
                .param("code", one.reason().map(Reason::code).orElse(null))
                .param("message", one.reason().map(Reason::message).orElse(null))
                .param("at", TimeColumns.of(now))
                .update();
    }

    @Override
    public Optional<RebalancingTransfer> claim(Instant now, Instant until) {
        return jdbc.sql(
                        """
                        UPDATE rebalancing_transfer
                           SET due_at = :until
                         WHERE (rebalancing_id, number) = (SELECT rebalancing_id, number
                                                             FROM rebalancing_transfer
                                                            WHERE (state = 'OPEN' OR piece IS NOT NULL) AND due_at <= :now
                                                            ORDER BY due_at
                                                            LIMIT 1
                                                              FOR UPDATE SKIP LOCKED)
                        RETURNING *
                        """)
                .param("until", TimeColumns.of(until))
                .param("now", TimeColumns.of(now))
                .query((row, _) -> transfer(row))
                .optional();
    }

    @Override
    public void due(RebalancingTransfer transfer, Instant at) {
        jdbc.sql("UPDATE rebalancing_transfer SET due_at = :at WHERE rebalancing_id = :id AND number = :number")
                .param("id", transfer.rebalancing())
                .param("number", transfer.plan().number())
                .param("at", TimeColumns.of(at))
                .update();
    }

    private static RebalancingTransfer transfer(ResultSet row) throws SQLException {
        String code = row.getString("reason_code");
        String message = row.getString("reason_message");
        return new RebalancingTransfer(
                row.getObject("rebalancing_id", UUID.class),
                row.getString("account_id"),
                new PlannedTransfer(
                        row.getInt("number"),
                        row.getString("strategy"),
                        row.getLong("portfolio_id"),
                        row.getBigDecimal("amount"),
                        row.getBigDecimal("bound")),
                RebalancingTransferState.valueOf(row.getString("state")),
                row.getBigDecimal("moved"),
                Optional.ofNullable(row.getBigDecimal("piece")),
                row.getInt("pieces"),
                code == null || message == null ? Optional.empty() : Optional.of(new Reason(code, message)));
    }
}
