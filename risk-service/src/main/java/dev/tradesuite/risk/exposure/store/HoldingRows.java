package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.check.CheckReason;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.Holding;
import dev.tradesuite.risk.check.Legs;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.limit.StateEntry;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Positions, pending reservations of trades and trading states of an account, and what is known of one order, in one
 * statement: the lines of different kinds share their columns, because a round trip costs more than an empty column.
 */
@Component
class HoldingRows {

    /** Lines of an account; the columns of a kind it has no use for are null. */
    static final String SELECT =
            """
            SELECT 'POSITION' AS kind, p.symbol AS name, p.side, p.lots, p.margin AS amount, p.leverage,
                   NULL::boolean AS reduces, NULL AS scope, NULL AS state, NULL AS cause, NULL AS changed_by,
                   NULL::timestamptz AS changed_at, NULL::date AS last_day
            FROM position p WHERE p.account_id = :account
            UNION ALL
            SELECT 'RESERVATION', r.symbol, r.side, r.held_lots, r.held_notional, NULL,
                   r.reduces, NULL, NULL, NULL, NULL, NULL, NULL
            FROM reservation r WHERE r.account_id = :account AND r.held_lots > 0 AND r.kind = 'TRADE'
            UNION ALL
            SELECT 'STATE', s.id, NULL, NULL, NULL, NULL,
                   NULL, s.scope, s.state, s.cause, s.changed_by, s.changed_at, s.last_day
            FROM trading_state s
            WHERE (s.scope, s.id) IN (
                ('ACCOUNT', :account), ('SYMBOL', :symbol), ('STRATEGY', :strategy), ('PORTFOLIO', :portfolio))
            UNION ALL
            SELECT 'ORDER', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM reservation o WHERE o.order_id = :order
            UNION ALL
            SELECT 'ENDED', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
            FROM ended_order e WHERE e.order_id = :order
            """;

    private final InstrumentCatalog catalog;

    HoldingRows(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** Parameters of {@link #SELECT}. */
    static Map<String, @Nullable Object> parameters(
            @Nullable String accountId, TradeSubjects about, @Nullable UUID orderId) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("account", accountId);
        parameters.put("symbol", about.symbol());
        parameters.put("strategy", about.strategy());
        parameters.put("portfolio", about.portfolioId());
        parameters.put("order", orderId);
        return parameters;
    }

    /** Adds the line the row stands on to what was collected. */
    void collect(ResultSet row, String currency, Collected collected) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return;
        }
        switch (kind) {
            case "POSITION" -> collected.holdings.add(position(row, currency));
            case "RESERVATION" -> collected.holdings.add(reservation(row, currency));
            case "STATE" -> collected.states.add(StateRow.read(row, row.getString("name")));
            case "ORDER" -> collected.orderReserved = true;
            case "ENDED" -> collected.orderEnded = true;
            default -> throw new IllegalStateException("no line of kind " + kind + " was selected");
        }
    }

    /** The margin of a position is its value times its margin rate, so the value needs no conversion rate. */
    private Holding position(ResultSet row, String currency) throws SQLException {
        BigDecimal margin = row.getBigDecimal("amount");
        Leverage leverage = Leverage.ofNullable(row.getBigDecimal("leverage"));
        return holding(
                row,
                Holding.Standing.BOOKED,
                currency,
                instrument -> Amounts.divided(margin, leverage.marginRate(instrument), RoundingMode.HALF_EVEN));
    }

    private Holding reservation(ResultSet row, String currency) throws SQLException {
        BigDecimal notional = row.getBigDecimal("amount");
        boolean reduces = row.getBoolean("reduces");
        return holding(row, reduces ? Holding.Standing.CLOSING : Holding.Standing.PENDING, currency, _ -> notional);
    }

    private Holding holding(
            ResultSet row, Holding.Standing standing, String currency, Function<Instrument, BigDecimal> value)
            throws SQLException {
        String symbol = row.getString("name");
        Side side = Side.valueOf(row.getString("side"));
        Legs legs = catalog.find(symbol)
                .map(instrument -> Legs.of(instrument, side, Figure.of(value.apply(instrument))))
                .orElseGet(() -> new Legs.Unknown(new Figure.Unknown(
                        CheckReason.CONVERSION_RATE_MISSING,
                        "%s is held, but is not in the instrument catalogue: its value in %s is not known"
                                .formatted(symbol, currency))));
        return new Holding(symbol, side, new Lots(row.getBigDecimal("lots")), legs, standing);
    }

    /** What the lines of a result say. */
    static final class Collected {

        private final List<Holding> holdings = new ArrayList<>();
        private final List<StateEntry> states = new ArrayList<>();
        private boolean orderReserved;
        private boolean orderEnded;

        List<Holding> holdings() {
            return holdings;
        }

        List<StateEntry> states() {
            return states;
        }

        /** Says whether there is a reservation for the order. */
        boolean orderReserved() {
            return orderReserved;
        }

        /** Says whether the order ended without one. */
        boolean orderEnded() {
            return orderEnded;
        }
    }
}
