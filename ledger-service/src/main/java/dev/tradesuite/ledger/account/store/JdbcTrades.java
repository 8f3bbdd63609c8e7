package dev.tradesuite.ledger.account.store;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.ledger.account.BookedFill;
import dev.tradesuite.ledger.account.Span;
import dev.tradesuite.ledger.account.Trade;
import dev.tradesuite.ledger.account.Trades;
import dev.tradesuite.ledger.position.Fill;
import dev.tradesuite.ledger.position.Label;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Trades in the table {@code trade}; rows are added, never changed. */
@Component
final class JdbcTrades implements Trades {

    private final JdbcClient jdbc;
    private final InstrumentCatalog catalog;

    JdbcTrades(JdbcClient jdbc, InstrumentCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    @Override
    public Optional<Trade> find(UUID fillId) {
        return jdbc.sql("select * from trade where fill_id = :fillId")
                .param("fillId", fillId)
                .query((row, _) -> trade(row))
                .optional();
    }

    @Override
    public void add(Trade trade) {
        Fill fill = trade.fill();
        jdbc.sql(
                        """
                        insert into trade (fill_id, account_id, account_sequence, order_id, client_order_id,
                                           cumulative_lots, order_complete, strategy, symbol, side, lots, price,
                                           opened_lots, closed_lots, realised_pnl, commission, conversion_rate,
                                           leverage, stop_loss_price, label, filled_at)
                        values (:fillId, :accountId, :sequence, :orderId, :clientOrderId,
                                :cumulativeLots, :orderComplete, :strategy, :symbol, :side, :lots, :price,
                                :openedLots, :closedLots, :realisedPnl, :commission, :conversionRate,
                                :leverage, :stopLossPrice, :label, :filledAt)
                        """)
                .param("fillId", fill.id())
                .param("accountId", fill.accountId())
                .param("sequence", trade.sequence())
                .param("orderId", fill.order().orderId())
                .param("clientOrderId", fill.order().clientOrderId())
                .param("cumulativeLots", fill.order().cumulativeLots().value())
                .param("orderComplete", fill.order().complete())
                .param("strategy", fill.order().strategy())
                .param("symbol", fill.instrument().symbol())
                .param("side", fill.side().name())
                .param("lots", fill.lots().value())
                .param("price", fill.price())
                .param("openedLots", trade.openedLots().value())
                .param("closedLots", trade.closedLots().value())
                .param("realisedPnl", trade.realisedPnl().orElse(null))
                .param("commission", fill.commission())
                .param("conversionRate", fill.conversionRate())
                .param("leverage", fill.leverage().value())
                .param("stopLossPrice", fill.stopLossPrice())
                .param("label", fill.label().name())
                .param("filledAt", fill.filledAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An order is complete when a fill said it is the last one and no earlier one is missing, whatever their order. */
    @Override
    public BookedFill progress(UUID fillId, UUID orderId) {
        return jdbc.sql(
                        """
                        select sum(lots) as booked,
                               coalesce(sum(lots) >= max(cumulative_lots) filter (where order_complete), false) as complete
                          from trade
                         where order_id = :orderId
                        """)
                .param("orderId", orderId)
                .query((row, _) -> new BookedFill(
                        fillId, orderId, new Lots(row.getBigDecimal("booked")), row.getBoolean("complete")))
                .single();
    }

    @Override
    public List<Trade> list(String accountId, Span span) {
        return jdbc.sql(
                        """
                        select *
                          from trade
                         where account_id = :accountId
                           and filled_at >= :from
                           and filled_at < :to
                         order by filled_at desc, account_sequence desc
                         limit :limit
                        """)
                .param("accountId", accountId)
                .params(SpanParams.of(span))
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
                        row.getString("strategy")),
                row.getString("account_id"),
                instrument(row.getString("symbol")),
                Side.valueOf(row.getString("side")),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("price"),
                row.getBigDecimal("commission"),
                row.getBigDecimal("conversion_rate"),
                new Leverage(row.getBigDecimal("leverage")),
                row.getBigDecimal("stop_loss_price"),
                Label.valueOf(row.getString("label")),
                row.getObject("filled_at", OffsetDateTime.class).toInstant());
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow(() -> new MissingInstrumentException("trade", symbol));
    }
}
