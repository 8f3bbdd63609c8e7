package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.contracts.risk.RiskReason;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.risk.account.LockedAccount;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.risk.account.store.AccountRowMapper;
import dev.tradesuite.risk.check.AccountSnapshot;
import dev.tradesuite.risk.check.Figure;
import dev.tradesuite.risk.check.Legs;
import dev.tradesuite.risk.check.RiskHolding;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.exposure.ExposureReader;
import dev.tradesuite.risk.exposure.Reservation;
import dev.tradesuite.risk.exposure.ReserveOrder;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.risk.state.store.StateRowMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Positions, pending reservations of trades and trading states of an account, and what is known of orders, in one
 * statement: the lines of different kinds share their columns, because a round trip costs more than an empty column.
 */
@Repository
class JdbcExposures implements ExposureReader {

    /** Lines of an account; the columns of a kind it has no use for are null. */
    private static final String LINES =
            """
            SELECT 'POSITION' AS kind, p.symbol AS name, p.side, p.lots AS size, p.mark_price, p.loss_at_stop,
                   p.conversion_rate, NULL::numeric AS value, NULL::numeric AS loss, NULL::boolean AS reduces,
                   NULL AS scope, NULL AS state, NULL AS cause, NULL AS changed_by,
                   NULL::timestamptz AS changed_at, NULL::date AS last_day
            FROM position p WHERE p.account_id = :account
            UNION ALL
            SELECT 'RESERVATION', r.symbol, r.side, r.held, NULL, NULL,
                   NULL, r.held_value, r.held_loss, r.reduces,
                   NULL, NULL, r.order_id::text, NULL, NULL, NULL
            FROM reservation r WHERE r.account_id = :account AND r.held > 0 AND r.lots IS NOT NULL
            UNION ALL
            SELECT 'STATE', s.id, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                   s.scope, s.state, s.cause, s.changed_by, s.changed_at, s.last_day
            FROM trading_state s
            WHERE (s.scope, s.id) IN (
                SELECT * FROM unnest(CAST(:scopes AS text[]), CAST(:subjects AS text[])) AS subject (scope, id))
            """;

    private static final String ORDER_BOOK = LINES
            + """
        UNION ALL
        SELECT 'ORDER', o.order_id::text,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM reservation o WHERE o.order_id = ANY (CAST(:orders AS uuid[]))
        UNION ALL
        SELECT 'ENDED', e.order_id::text,
               NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL
        FROM ended_order e WHERE e.order_id = ANY (CAST(:orders AS uuid[]))
        """;

    private final JdbcClient jdbc;
    private final InstrumentCatalog catalog;

    JdbcExposures(JdbcClient jdbc, InstrumentCatalog catalog) {
        this.jdbc = jdbc;
        this.catalog = catalog;
    }

    /** One statement, so that figures, positions, reservations and states are those of one moment. */
    @Override
    public Optional<AccountSnapshot> snapshot(String accountId, TradeSubjects about) {
        Lines lines = new Lines();
        jdbc.sql("SELECT a.*, l.* FROM account a LEFT JOIN LATERAL (%s) l ON true WHERE a.id = :account"
                        .formatted(LINES))
                .params(subjects(accountId, List.of(about)))
                .query(row -> {
                    if (lines.account == null) {
                        lines.account = AccountRowMapper.read(row);
                    }
                    collect(row, lines.account.figures().currency(), lines);
                });
        return Optional.ofNullable(lines.account)
                .map(found -> new AccountSnapshot(found.figures(), lines.holdings(), Figure.zero(), lines.states));
    }

    @Override
    public List<StateEntry> states(@Nullable String accountId, TradeSubjects about) {
        return jdbc.sql(
                        """
                        SELECT * FROM trading_state
                        WHERE (scope, id) IN (
                            SELECT * FROM unnest(CAST(:scopes AS text[]), CAST(:subjects AS text[])) AS s (scope, id))
                        """)
                .params(subjects(accountId, List.of(about)))
                .query((row, _) -> StateRowMapper.read(row, "id"))
                .list();
    }

    /** A statement of its own after the lock: it sees what was committed while the lock was waited for. */
    @Override
    public OrderBook orderBook(LockedAccount account, List<ReserveOrder> orders) {
        String accountId = account.account().id();
        Map<String, @Nullable Object> parameters =
                subjects(accountId, orders.stream().map(ReserveOrder::about).toList());
        UUID[] ids = orders.stream().map(ReserveOrder::orderId).toArray(UUID[]::new);
        parameters.put("orders", ids);
        Lines lines = new Lines();
        jdbc.sql(ORDER_BOOK).params(parameters).query(row -> {
            collect(row, account.account().figures().currency(), lines);
        });
        return new OrderBook(
                lines.positions,
                lines.pending,
                lines.states,
                lines.anyReserved ? reservations(ids) : Map.of(),
                lines.ended);
    }

    private Map<UUID, Reservation> reservations(UUID[] ids) {
        return jdbc
                .sql("SELECT * FROM reservation WHERE order_id = ANY (CAST(:orders AS uuid[]))")
                .param("orders", ids)
                .query((row, _) -> ReservationRowMapper.read(row))
                .stream()
                .collect(Collectors.toMap(Reservation::orderId, reservation -> reservation));
    }

    /** Parameters of the lines of an account. */
    private static Map<String, @Nullable Object> subjects(@Nullable String accountId, List<TradeSubjects> about) {
        Set<StateSubject> subjects = new LinkedHashSet<>();
        about.forEach(of -> subjects.addAll(of.subjects(accountId)));
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("account", accountId);
        parameters.put(
                "scopes",
                subjects.stream().map(subject -> subject.scope().name()).toArray(String[]::new));
        parameters.put("subjects", subjects.stream().map(StateSubject::id).toArray(String[]::new));
        return parameters;
    }

    /** Adds the line the row stands on to what was collected. */
    private void collect(ResultSet row, String currency, Lines lines) throws SQLException {
        String kind = row.getString("kind");
        if (kind == null) {
            return;
        }
        switch (kind) {
            case "POSITION" -> lines.positions.add(position(row, currency));
            case "RESERVATION" ->
                // A reservation has no cause: its order is in that column.
                lines.pending.put(UUID.fromString(row.getString("cause")), reservation(row, currency));
            case "STATE" -> lines.states.add(StateRowMapper.read(row, "name"));
            case "ORDER" -> lines.anyReserved = true;
            case "ENDED" -> lines.ended.add(UUID.fromString(row.getString("name")));
            default -> throw new IllegalStateException("no line of kind " + kind + " was selected");
        }
    }

    private RiskHolding position(ResultSet row, String currency) throws SQLException {
        String symbol = row.getString("name");
        Side side = Side.valueOf(row.getString("side"));
        Lots lots = new Lots(row.getBigDecimal("size"));
        RiskHolding.AtMark atMark = new RiskHolding.AtMark(
                row.getBigDecimal("mark_price"),
                row.getBigDecimal("loss_at_stop"),
                row.getBigDecimal("conversion_rate"));
        return catalog.find(symbol)
                .map(instrument -> RiskHolding.booked(instrument, side, lots, atMark))
                .orElseGet(() -> {
                    Figure.Unknown why = notInCatalog(symbol, currency);
                    return new RiskHolding(
                            symbol, side, lots, new Legs.Unknown(why), RiskHolding.Standing.BOOKED, why, false);
                });
    }

    private RiskHolding reservation(ResultSet row, String currency) throws SQLException {
        String symbol = row.getString("name");
        Side side = Side.valueOf(row.getString("side"));
        Figure value = Figure.of(row.getBigDecimal("value"));
        Legs legs = catalog.find(symbol)
                .map(instrument -> Legs.of(instrument, side, value))
                .orElseGet(() -> new Legs.Unknown(notInCatalog(symbol, currency)));
        return new RiskHolding(
                symbol,
                side,
                new Lots(row.getBigDecimal("size")),
                legs,
                standing(row),
                Figure.of(row.getBigDecimal("loss")),
                true);
    }

    private static RiskHolding.Standing standing(ResultSet row) throws SQLException {
        if (!row.getBoolean("reduces")) {
            return RiskHolding.Standing.PENDING;
        }
        return row.getBigDecimal("value").signum() > 0 ? RiskHolding.Standing.CROSSING : RiskHolding.Standing.CLOSING;
    }

    private static Figure.Unknown notInCatalog(String symbol, String currency) {
        return new Figure.Unknown(
                RiskReason.CONVERSION_RATE_MISSING,
                "%s is held, but is not in the instrument catalogue: its value in %s is not known"
                        .formatted(symbol, currency));
    }

    /** What the lines of a result say. */
    private static final class Lines {

        private final List<RiskHolding> positions = new ArrayList<>();
        private final Map<UUID, RiskHolding> pending = new LinkedHashMap<>();
        private final List<StateEntry> states = new ArrayList<>();
        private final Set<UUID> ended = new HashSet<>();
        private @Nullable RiskAccount account;
        private boolean anyReserved;

        private List<RiskHolding> holdings() {
            List<RiskHolding> all = new ArrayList<>(positions);
            all.addAll(pending.values());
            return all;
        }
    }
}
