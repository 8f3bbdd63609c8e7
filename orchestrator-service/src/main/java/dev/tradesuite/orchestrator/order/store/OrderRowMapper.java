package dev.tradesuite.orchestrator.order.store;

import static dev.tradesuite.support.store.TimeColumns.instantOrNull;

import dev.tradesuite.broker.Protection;
import dev.tradesuite.broker.TradeTerms;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.orchestrator.OrderStatus;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.order.ClosingPrice;
import dev.tradesuite.orchestrator.order.OrderFill;
import dev.tradesuite.orchestrator.order.OrderOrigin;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.order.TradeOrder.Entered;
import dev.tradesuite.orchestrator.order.TradeOrder.Venue;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code trade_order} and {@code order_fill} as orders and fills, and back. */
final class OrderRowMapper {

    private static final TypeReference<List<Entered>> HISTORY = new TypeReference<>() {};
    private static final TypeReference<Map<String, BigDecimal>> PRICES = new TypeReference<>() {};
    private static final TypeReference<Map<String, ClosingPrice>> DATED_PRICES = new TypeReference<>() {};

    private final JsonMapper json;

    OrderRowMapper(JsonMapper json) {
        this.json = json;
    }

    /** The columns of an order, by name. */
    static Map<String, @Nullable Object> row(TradeOrder order) {
        TradeTerms terms = order.terms();
        OrderOrigin origin = order.origin();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", order.id());
        row.put("client_order_id", order.clientOrderId());
        row.put("decision_id", origin.decisionId());
        row.put("parent_order_id", origin.parentOrderId());
        row.put("replaces_order_id", origin.replacesOrderId());
        row.put("account_id", origin.accountId());
        row.put("account_currency", origin.accountCurrency());
        row.put("broker", order.venue().broker());
        row.put("label", order.venue().label());
        row.put("symbol", terms.symbol());
        row.put("side", terms.side());
        row.put("type", terms.type().name());
        row.put("lots", terms.lots().value());
        row.put("filled_lots", order.filledLots().value());
        row.put("limit_price", terms.limitPrice());
        row.put("stop_price", terms.stopPrice());
        row.put("time_in_force", terms.timeInForce().name());
        row.put("expires_at", terms.expiresAt());
        row.put("trailing_pips", pips(terms.trailingStop()));
        row.put("reduce_only", terms.reduceOnly());
        row.put("stop_loss_price", terms.protection().stopLossPrice());
        row.put("take_profit_price", terms.protection().takeProfitPrice());
        row.put("protection_trailing_pips", pips(terms.protection().trailingStop()));
        row.put("market_price", origin.marketPrice());
        row.put("leverage", origin.leverage().value());
        row.put("strategy", origin.strategy());
        row.put("conversion_prices", origin.conversionPrices());
        row.put("status", order.status().name());
        row.put("cause_code", order.cause() == null ? null : order.cause().code());
        row.put("cause_message", order.cause() == null ? null : order.cause().message());
        row.put("history", order.history());
        row.put("owner", order.owner());
        row.put("updated_at", order.updatedAt());
        row.put("version", order.version());
        return row;
    }

    /** The columns of a fill, by name. */
    static Map<String, @Nullable Object> row(UUID orderId, int number, OrderFill fill) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", fill.id());
        row.put("order_id", orderId);
        row.put("number", number);
        row.put("lots", fill.lots().value());
        row.put("price", fill.price());
        row.put("commission", fill.commission());
        row.put("conversion_rate", fill.conversion().rate());
        row.put("conversion_prices", fill.conversion().prices());
        row.put("conversion_stale", fill.conversion().stale());
        row.put("filled_at", fill.filledAt());
        return row;
    }

    /** The order of a row, without its fills. */
    TradeOrder order(ResultSet row) throws SQLException {
        String cause = row.getString("cause_code");
        return new TradeOrder(
                row.getObject("id", UUID.class),
                row.getString("client_order_id"),
                terms(row),
                origin(row),
                new Venue(row.getString("broker"), RunLabel.valueOf(row.getString("label"))),
                OrderStatus.valueOf(row.getString("status")),
                cause == null ? null : new Reason(cause, row.getString("cause_message")),
                json.readValue(row.getString("history"), HISTORY),
                List.of(),
                row.getString("owner"),
                row.getInt("version"));
    }

    private static TradeTerms terms(ResultSet row) throws SQLException {
        return new TradeTerms(
                row.getString("symbol"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("limit_price"),
                row.getBigDecimal("stop_price"),
                TimeInForce.valueOf(row.getString("time_in_force")),
                instantOrNull(row, "expires_at"),
                pips(row.getBigDecimal("trailing_pips")),
                row.getBoolean("reduce_only"),
                new Protection(
                        row.getBigDecimal("stop_loss_price"),
                        row.getBigDecimal("take_profit_price"),
                        pips(row.getBigDecimal("protection_trailing_pips"))));
    }

    private OrderOrigin origin(ResultSet row) throws SQLException {
        return new OrderOrigin(
                row.getString("account_id"),
                row.getString("account_currency"),
                row.getBigDecimal("market_price"),
                new Leverage(row.getBigDecimal("leverage")),
                row.getString("strategy"),
                row.getObject("decision_id", UUID.class),
                row.getObject("parent_order_id", UUID.class),
                row.getObject("replaces_order_id", UUID.class),
                json.readValue(row.getString("conversion_prices"), PRICES));
    }

    /** The fill of a row. */
    OrderFill fill(ResultSet row) throws SQLException {
        return new OrderFill(
                row.getObject("id", UUID.class),
                new Lots(row.getBigDecimal("lots")),
                row.getBigDecimal("price"),
                row.getBigDecimal("commission"),
                new OrderFill.FillRate(
                        row.getBigDecimal("conversion_rate"),
                        json.readValue(row.getString("conversion_prices"), DATED_PRICES),
                        row.getBoolean("conversion_stale")),
                TimeColumns.instant(row, "filled_at"));
    }

    private static @Nullable BigDecimal pips(@Nullable Pips distance) {
        return distance == null ? null : distance.value();
    }

    private static @Nullable Pips pips(@Nullable BigDecimal distance) {
        return distance == null ? null : new Pips(distance);
    }
}
