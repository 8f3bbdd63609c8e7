package dev.tradesuite.ledger.account.store;

import dev.tradesuite.accounting.account.Fill;
import dev.tradesuite.accounting.account.FillRefusedException;
import dev.tradesuite.accounting.account.Trade;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.ExitReason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.AccountTrades;
import dev.tradesuite.ledger.account.OrderProgress;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trades in the table {@code trade}; rows are added, never changed. */
@Component
final class JdbcAccountTrades implements AccountTrades {

    private final JdbcClient jdbc;
    private final InstrumentCatalog catalog;

    JdbcAccountTrades(JdbcClient jdbc, InstrumentCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    @Override
    public Optional<Trade> find(UUID fillId) {
        return jdbc.sql("SELECT * FROM trade WHERE fill_id = :fillId")
                .param("fillId", fillId)
                .query((row, _) -> trade(row))
                .optional();
    }

    @Override
    public Set<UUID> unknown(Set<UUID> fillIds) {
        return fillIds.isEmpty()
                ? Set.of()
                : jdbc.sql(
                                """
                                SELECT asked.id
                                  FROM unnest(CAST(:ids AS uuid[])) AS asked (id)
                                 WHERE NOT EXISTS (SELECT FROM trade WHERE fill_id = asked.id)
                                """)
                        .param("ids", fillIds.toArray(UUID[]::new))
                        .query(UUID.class)
                        .set();
    }

    /**
     * Stores the trade and adds up its order, in one statement, which does not see its own row in the table.
     *
     * <p>An order is complete when a fill said it is the last one and no earlier one is missing, whatever their order.
     */
    @Override
    public Optional<OrderProgress> add(Trade trade) {
        return jdbc.sql(
                        """
                        WITH added AS (
                            INSERT INTO trade (fill_id, account_id, account_sequence, order_id, client_order_id,
                                               cumulative_lots, order_complete, reduce_only, strategy, symbol, side,
                                               lots, price, opened_lots, closed_lots, realised_pnl, commission, conversion_rate,
                                               leverage, stop_loss_price, exit_reason, label, filled_at)
                            VALUES (:fillId, :accountId, :sequence, :orderId, :clientOrderId,
                                    :cumulativeLots, :orderComplete, :reduceOnly, :strategy, :symbol, :side,
                                    :lots, :price, :openedLots, :closedLots, :realisedPnl, :commission, :conversionRate,
                                    :leverage, :stopLossPrice, :exitReason, :label, :filledAt)
                            ON CONFLICT (fill_id) DO NOTHING
                            RETURNING account_id, symbol, side, lots, cumulative_lots, order_complete),
                        fills AS (
                            SELECT account_id, symbol, side, lots, cumulative_lots, order_complete FROM added
                            UNION ALL
                            SELECT account_id, symbol, side, lots, cumulative_lots, order_complete
                              FROM trade WHERE order_id = :orderId)
                        SELECT sum(lots) AS booked,
                               max(cumulative_lots) AS told,
                               count(DISTINCT (account_id, symbol, side)) = 1 AS of_one_order,
                               coalesce(sum(lots) >= max(cumulative_lots) FILTER (WHERE order_complete), false)
                                   AS complete
                          FROM fills
                        HAVING EXISTS (SELECT FROM added)
                        """)
                .paramSource(row(trade))
                .query((row, _) -> progress(trade.fill(), row))
                .optional();
    }

    /** Refuses a fill that cannot be of the order it names: the transaction takes the row back. */
    private static OrderProgress progress(Fill fill, ResultSet row) throws SQLException {
        Lots booked = new Lots(row.getBigDecimal("booked"));
        Lots told = new Lots(row.getBigDecimal("told"));
        UUID order = fill.order().orderId();
        if (!row.getBoolean("of_one_order")) {
            throw new FillRefusedException("order %s has fills of another account, instrument or side than fill %s"
                    .formatted(order, fill.id()));
        }
        if (booked.value().compareTo(told.value()) > 0) {
            throw new FillRefusedException(
                    "with fill %s the books would have %s lots of order %s, which was filled to %s"
                            .formatted(fill.id(), booked, order, told));
        }
        return new OrderProgress(fill.id(), order, booked, row.getBoolean("complete"));
    }

    private static SqlParameterSource row(Trade trade) {
        Fill fill = trade.fill();
        return new MapSqlParameterSource()
                .addValue("fillId", fill.id())
                .addValue("accountId", fill.accountId())
                .addValue("sequence", trade.sequence())
                .addValue("orderId", fill.order().orderId())
                .addValue("clientOrderId", fill.order().clientOrderId())
                .addValue("cumulativeLots", fill.order().cumulativeLots().value())
                .addValue("orderComplete", fill.order().complete())
                .addValue("reduceOnly", fill.order().reduceOnly())
                .addValue("strategy", fill.order().strategy())
                .addValue("symbol", fill.instrument().symbol())
                .addValue("side", fill.side().name())
                .addValue("lots", fill.lots().value())
                .addValue("price", fill.price())
                .addValue("openedLots", trade.openedLots().value())
                .addValue("closedLots", trade.closedLots().value())
                .addValue("realisedPnl", trade.realisedPnl().orElse(null))
                .addValue("commission", fill.terms().commission())
                .addValue("conversionRate", fill.terms().conversionRate())
                .addValue("leverage", fill.terms().leverage().value())
                .addValue("stopLossPrice", fill.terms().stopLossPrice())
                .addValue("exitReason", exitReason(fill))
                .addValue("label", fill.label().name())
                .addValue("filledAt", TimeColumns.of(fill.filledAt()));
    }

    @Override
    public List<Trade> list(String accountId, Optional<String> strategy, Span span) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM trade
                         WHERE account_id = :accountId
                           AND (CAST(:strategy AS text) IS NULL
                                OR coalesce(nullif(strategy, ''), 'unassigned') = :strategy)
                           AND filled_at >= :from
                           AND filled_at < :to
                         ORDER BY filled_at DESC, account_sequence DESC
                         LIMIT :limit
                        """)
                .param("accountId", accountId)
                .param("strategy", strategy.orElse(null))
                .params(SpanParams.of(span))
                .query((row, _) -> trade(row))
                .list();
    }

    @Override
    public List<Trade> after(String accountId, long sequence, int most) {
        return jdbc.sql(
                        """
                        SELECT *
                          FROM trade
                         WHERE account_id = :accountId AND account_sequence > :sequence
                         ORDER BY account_sequence
                         LIMIT :most
                        """)
                .param("accountId", accountId)
                .param("sequence", sequence)
                .param("most", most)
                .query((row, _) -> trade(row))
                .list();
    }

    private Trade trade(ResultSet row) throws SQLException {
        return new Trade(
                fill(row),
                new Lots(row.getBigDecimal("opened_lots")),
                new Lots(row.getBigDecimal("closed_lots")),
                Optional.ofNullable(row.getBigDecimal("realised_pnl")),
                row.getLong("account_sequence"));
    }

    private Fill fill(ResultSet row) throws SQLException {
        return new Fill(
                row.getObject("fill_id", UUID.class),
                new Fill.OrderPart(
                        row.getObject("order_id", UUID.class),
                        row.getString("client_order_id"),
                        new Lots(row.getBigDecimal("cumulative_lots")),
                        row.getBoolean("order_complete"),
                        row.getBoolean("reduce_only"),
                        row.getString("strategy"),
                        exitReason(row)),
                row.getString("account_id"),
                new Fill.Deal(
                        instrument(row.getString("symbol")),
                        Side.valueOf(row.getString("side")),
                        new Lots(row.getBigDecimal("lots")),
                        row.getBigDecimal("price")),
                new Fill.Terms(
                        row.getBigDecimal("commission"),
                        row.getBigDecimal("conversion_rate"),
                        new Leverage(row.getBigDecimal("leverage")),
                        row.getBigDecimal("stop_loss_price")),
                RunLabel.valueOf(row.getString("label")),
                TimeColumns.instant(row, "filled_at"));
    }

    private static @Nullable String exitReason(Fill fill) {
        ExitReason why = fill.order().exitReason();
        return why == null ? null : why.name();
    }

    private static @Nullable ExitReason exitReason(ResultSet row) throws SQLException {
        String why = row.getString("exit_reason");
        return why == null ? null : ExitReason.valueOf(why);
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow(() -> new MissingInstrumentException("trade", symbol));
    }
}
