package dev.tradesuite.risk.history.store;

import dev.tradesuite.contracts.risk.RiskCheckName;
import dev.tradesuite.contracts.risk.RiskEventType;
import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.account.Breach;
import dev.tradesuite.risk.account.HighWaterMarkChange;
import dev.tradesuite.risk.account.LimitChange;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.history.EventFilter;
import dev.tradesuite.risk.history.EventPlace;
import dev.tradesuite.risk.history.LoggedEvent;
import dev.tradesuite.risk.history.RiskEventLog;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of history, each read by itself and merged; what is added meanwhile is newer than all of a page. */
@Repository
class JdbcRiskEventLog implements RiskEventLog {

    /** Rows of a table from a place on. */
    private static final String PAGE =
            """
            SELECT * FROM (%s) h
            WHERE at >= :from AND at < :to AND at <= :after
              AND (at, CAST(:rank AS integer), number) < (:after, CAST(:after_rank AS integer), CAST(:after_number AS bigint))
              AND (%s)
            ORDER BY at DESC, number DESC
            LIMIT :most
            """;

    private static final String OF_ACCOUNT =
            """
            (CAST(:account AS text) IS NULL OR account_id = :account)
            AND (CAST(:visible AS text[]) IS NULL OR account_id = ANY (CAST(:visible AS text[])))
            """;

    private static final String BREACHES = PAGE.formatted("SELECT * FROM limit_breach", OF_ACCOUNT);

    /** The limits before are those of the change before. */
    private static final String LIMITS =
            """
            SELECT n.*, b.daily_loss_percent AS before_daily_loss_percent, b.drawdown_percent AS before_drawdown_percent,
                   b.position_size_percent AS before_position_size_percent, b.margin_percent AS before_margin_percent,
                   b.correlation_limit AS before_correlation_limit,
                   b.currency_exposure_percent AS before_currency_exposure_percent
            FROM (%s) n
            LEFT JOIN LATERAL (
                SELECT * FROM limit_change b WHERE b.account_id = n.account_id AND b.number < n.number
                ORDER BY b.number DESC LIMIT 1) b ON true
            ORDER BY n.at DESC, n.number DESC
            """
                    .formatted(PAGE.formatted("SELECT c.*, c.changed_at AS at FROM limit_change c", OF_ACCOUNT));

    private static final String MARKS =
            PAGE.formatted("SELECT c.*, c.changed_at AS at FROM high_water_mark_change c", OF_ACCOUNT);

    /** States of strategies, symbols and everything are nobody's; those of everything are of every account. */
    private static final String STATES = PAGE.formatted(
            "SELECT c.*, c.changed_at AS at FROM trading_state_change c",
            """
            (CAST(:account AS text) IS NULL OR scope = 'ALL' OR (scope = :scope AND id = :id))
            AND (CAST(:visible AS text[]) IS NULL OR scope IN ('STRATEGY', 'SYMBOL', 'ALL')
                 OR (scope = 'ACCOUNT' AND id = ANY (CAST(:visible AS text[])))
                 OR (scope = 'PORTFOLIO' AND :prefix || id = ANY (CAST(:visible AS text[]))))
            """);

    private static final String NO_PREFIX = "";
    private static final String BEFORE = "before_";

    private final JdbcClient jdbc;

    JdbcRiskEventLog(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<LoggedEvent> page(Set<RiskEventType> types, EventFilter filter, Optional<EventPlace> after, int most) {
        return types.stream()
                .flatMap(type -> rows(type, filter, after, most).stream())
                .sorted(Comparator.comparing(LoggedEvent::place, EventPlace.NEWEST_FIRST))
                .limit(most)
                .toList();
    }

    private List<LoggedEvent> rows(RiskEventType type, EventFilter filter, Optional<EventPlace> after, int most) {
        Map<String, @Nullable Object> parameters = parameters(type, filter, after, most);
        return switch (type) {
            case BREACH -> rows(BREACHES, parameters, JdbcRiskEventLog::breach);
            case LIMIT_CHANGE -> rows(LIMITS, parameters, JdbcRiskEventLog::limits);
            case HIGH_WATER_MARK_CHANGE -> rows(MARKS, parameters, JdbcRiskEventLog::mark);
            case STATE_CHANGE -> {
                StateSubject subject =
                        filter.account().map(StateSubject::account).orElseGet(StateSubject::everything);
                parameters.put("scope", subject.scope().name());
                parameters.put("id", subject.id());
                parameters.put("prefix", StateSubject.accountOf(""));
                yield rows(STATES, parameters, JdbcRiskEventLog::state);
            }
        };
    }

    private List<LoggedEvent> rows(
            String sql, Map<String, @Nullable Object> parameters, RowMapper<LoggedEvent> mapper) {
        return jdbc.sql(sql).params(parameters).query(mapper).list();
    }

    private static Map<String, @Nullable Object> parameters(
            RiskEventType type, EventFilter filter, Optional<EventPlace> after, int most) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put(
                "from", filter.from().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MIN));
        parameters.put("to", filter.to().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(OffsetDateTime.MAX));
        parameters.put("after", after.map(place -> TimeColumns.of(place.at())).orElse(OffsetDateTime.MAX));
        parameters.put("rank", EventPlace.rank(type));
        parameters.put("after_rank", after.map(EventPlace::rank).orElse(Integer.MAX_VALUE));
        parameters.put("after_number", after.map(EventPlace::number).orElse(Long.MAX_VALUE));
        parameters.put("account", filter.account().orElse(null));
        parameters.put(
                "visible",
                filter.visible()
                        .map(accounts -> accounts.toArray(String[]::new))
                        .orElse(null));
        parameters.put("most", most);
        return parameters;
    }

    private static LoggedEvent breach(ResultSet row, int number) throws SQLException {
        return new LoggedEvent.Breached(
                row.getLong("number"),
                TimeColumns.instant(row, "at"),
                row.getString("account_id"),
                new Breach(
                        RiskCheckName.valueOf(row.getString("check_name")),
                        row.getBigDecimal("measured"),
                        row.getBigDecimal("limit_was")));
    }

    private static LoggedEvent state(ResultSet row, int number) throws SQLException {
        return new LoggedEvent.StateChanged(
                row.getLong("number"),
                TimeColumns.instant(row, "at"),
                new StateSubject(TradingStateScope.valueOf(row.getString("scope")), row.getString("id")),
                TradingState.valueOf(row.getString("from_state")),
                TradingState.valueOf(row.getString("to_state")),
                row.getString("cause"),
                row.getString("changed_by"));
    }

    private static LoggedEvent limits(ResultSet row, int number) throws SQLException {
        return new LoggedEvent.LimitsChanged(
                row.getLong("number"),
                row.getBigDecimal(BEFORE + "daily_loss_percent") == null ? null : limits(row, BEFORE),
                new LimitChange(
                        row.getString("account_id"),
                        limits(row, NO_PREFIX),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        TimeColumns.instant(row, "at")));
    }

    private static Limits limits(ResultSet row, String prefix) throws SQLException {
        return new Limits(
                row.getBigDecimal(prefix + "daily_loss_percent"),
                row.getBigDecimal(prefix + "drawdown_percent"),
                row.getBigDecimal(prefix + "position_size_percent"),
                row.getBigDecimal(prefix + "margin_percent"),
                row.getBigDecimal(prefix + "correlation_limit"),
                row.getBigDecimal(prefix + "currency_exposure_percent"));
    }

    private static LoggedEvent mark(ResultSet row, int number) throws SQLException {
        return new LoggedEvent.HighWaterMarkChanged(
                row.getLong("number"),
                new HighWaterMarkChange(
                        row.getString("account_id"),
                        row.getBigDecimal("from_amount"),
                        row.getBigDecimal("to_amount"),
                        row.getString("reason"),
                        row.getString("changed_by"),
                        TimeColumns.instant(row, "at")));
    }
}
