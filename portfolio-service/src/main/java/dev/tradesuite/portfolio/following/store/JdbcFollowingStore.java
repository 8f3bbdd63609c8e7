package dev.tradesuite.portfolio.following.store;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.portfolio.following.FollowStep;
import dev.tradesuite.portfolio.following.FollowedSignal;
import dev.tradesuite.portfolio.following.FollowerKey;
import dev.tradesuite.portfolio.following.FollowingStore;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tables {@code following} and {@code following_step}. */
@Component
final class JdbcFollowingStore implements FollowingStore {

    private static final String OF_FOLLOWER = " WHERE account_id = :account AND strategy = :strategy";

    private final JdbcClient jdbc;

    JdbcFollowingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<FollowedSignal> find(FollowerKey key) {
        return signal(key, "");
    }

    @Override
    public Optional<FollowedSignal> lock(FollowerKey key) {
        return signal(key, " FOR UPDATE");
    }

    private Optional<FollowedSignal> signal(FollowerKey key, String how) {
        return ofFollower(jdbc.sql("SELECT * FROM following" + OF_FOLLOWER + how), key)
                .query((row, _) -> signal(row))
                .optional();
    }

    @Override
    public List<FollowedSignal> all() {
        return jdbc.sql("SELECT * FROM following ORDER BY account_id, strategy")
                .query((row, _) -> signal(row))
                .list();
    }

    @Override
    public List<FollowedSignal> withOtherShare() {
        return jdbc.sql(
                        """
                        SELECT f.*
                          FROM following f LEFT JOIN strategy_allocation a USING (account_id, strategy)
                         WHERE f.direction <> 'FLAT' AND f.share_version <> coalesce(a.version, 0)
                           AND NOT EXISTS (SELECT FROM following_step s
                                            WHERE s.account_id = f.account_id AND s.strategy = f.strategy
                                              AND s.outcome = 'PENDING')
                         ORDER BY account_id, strategy
                        """)
                .query((row, _) -> signal(row))
                .list();
    }

    @Override
    public boolean add(FollowedSignal first) {
        return written(
                        jdbc.sql(
                                """
                                INSERT INTO following (account_id, strategy, symbol, timeframe, bar_close, price, direction,
                                                       size, stop_loss, take_profit, proxy, share_version, unsettled)
                                VALUES (:account, :strategy, :symbol, :timeframe, :bar, :price, :direction,
                                        :size, :stop, :target, :proxy, :share, :unsettled)
                                ON CONFLICT DO NOTHING
                                """),
                        first)
                == 1;
    }

    @Override
    public void save(FollowedSignal signal) {
        written(
                jdbc.sql(
                        """
                        UPDATE following
                           SET symbol = :symbol, timeframe = :timeframe, bar_close = :bar, price = :price,
                               direction = :direction, size = :size, stop_loss = :stop, take_profit = :target,
                               proxy = :proxy, share_version = :share, unsettled = :unsettled
                         WHERE account_id = :account AND strategy = :strategy
                        """),
                signal);
    }

    private static int written(JdbcClient.StatementSpec statement, FollowedSignal signal) {
        return ofFollower(statement, signal.key())
                .param("symbol", signal.symbol())
                .param("timeframe", signal.timeframe().name())
                .param("bar", TimeColumns.of(signal.bar()))
                .param("price", signal.price())
                .param("direction", signal.wish().direction().name())
                .param("size", signal.wish().size())
                .param("stop", signal.wish().stop())
                .param("target", signal.wish().target())
                .param("proxy", signal.wish().proxy())
                .param("share", signal.shareVersion())
                .param("unsettled", signal.unsettled())
                .update();
    }

    @Override
    public boolean add(FollowStep step) {
        FollowStep.Change change = step.change();
        return ofFollower(
                                jdbc.sql(
                                        """
                                        INSERT INTO following_step (
                                            account_id, strategy, symbol, timeframe, bar_close, price, leg, revision,
                                            from_direction, direction, size, stop_loss, take_profit, proxy,
                                            client_order_id, at, try_at,
                                            outcome, reason_code, reason, round, under_way, order_id, order_status,
                                            answered_at, side, notional, lots, held, asked_price)
                                        VALUES (:account, :strategy, :symbol, :timeframe, :bar, :price, :leg, :revision,
                                                :from, :direction, :size, :stop, :target, :proxy,
                                                :clientOrderId, :at, :at,
                                                :outcome, :reasonCode, :reason, :round, :underWay, :orderId, :orderStatus,
                                                :answeredAt, :side, :notional, :lots, :held, :askedPrice)
                                        ON CONFLICT DO NOTHING
                                        """),
                                step.key())
                        .param("symbol", change.symbol())
                        .param("timeframe", change.timeframe().name())
                        .param("bar", TimeColumns.of(change.bar()))
                        .param("price", change.price())
                        .param("leg", change.leg().name())
                        .param("revision", change.revision())
                        .param("from", change.from().name())
                        .param("direction", change.to().name())
                        .param("size", change.wish().size())
                        .param("stop", change.wish().stop())
                        .param("target", change.wish().target())
                        .param("proxy", change.wish().proxy())
                        .param("clientOrderId", step.clientOrderId())
                        .param("at", TimeColumns.of(step.at()))
                        .params(FollowStepRow.progress(step.progress()))
                        .update()
                == 1;
    }

    @Override
    public Optional<FollowStep> find(FollowerKey key, FollowStep.Change change) {
        return ofFollower(
                        jdbc.sql("SELECT * FROM following_step" + OF_FOLLOWER
                                + " AND bar_close = :bar AND leg = :leg AND revision = :revision"),
                        key)
                .param("bar", TimeColumns.of(change.bar()))
                .param("leg", change.leg().name())
                .param("revision", change.revision())
                .query((row, _) -> FollowStepRow.step(row))
                .optional();
    }

    @Override
    public List<FollowerKey> waiting(Instant now) {
        return jdbc.sql(
                        """
                        SELECT DISTINCT account_id, strategy
                          FROM following_step
                         WHERE outcome = 'PENDING' AND try_at <= :now
                        """)
                .param("now", TimeColumns.of(now))
                .query((row, _) -> new FollowerKey(row.getString("account_id"), row.getString("strategy")))
                .list();
    }

    @Override
    public List<FollowStep> pending(FollowerKey key) {
        return ofFollower(
                        jdbc.sql("SELECT * FROM following_step" + OF_FOLLOWER + " AND outcome = 'PENDING' ORDER BY id"),
                        key)
                .query((row, _) -> FollowStepRow.step(row))
                .list();
    }

    @Override
    public Optional<FollowStep> claim(long id, Instant now, Instant until) {
        return jdbc.sql(
                        """
                        UPDATE following_step
                           SET try_at = :until
                         WHERE id = :id AND outcome = 'PENDING' AND try_at <= :now
                        RETURNING *
                        """)
                .param("id", id)
                .param("now", TimeColumns.of(now))
                .param("until", TimeColumns.of(until))
                .query((row, _) -> FollowStepRow.step(row))
                .optional();
    }

    @Override
    public boolean save(FollowStep step, Instant next) {
        return jdbc.sql(
                                """
                        UPDATE following_step
                           SET outcome = :outcome, reason_code = :reasonCode, reason = :reason, round = :round,
                               under_way = :underWay, order_id = :orderId, order_status = :orderStatus,
                               answered_at = :answeredAt, side = :side, notional = :notional, lots = :lots, held = :held,
                               asked_price = :askedPrice, try_at = :next
                         WHERE id = :id AND outcome = 'PENDING'
                        """)
                        .param("id", step.id())
                        .param("next", TimeColumns.of(next))
                        .params(FollowStepRow.progress(step.progress()))
                        .update()
                == 1;
    }

    @Override
    public List<FollowStep> steps(FollowerKey key, Optional<Long> before, int most) {
        return ofFollower(
                        jdbc.sql("SELECT * FROM following_step" + OF_FOLLOWER
                                + " AND id < :before ORDER BY id DESC LIMIT :most"),
                        key)
                .param("before", before.orElse(Long.MAX_VALUE))
                .param("most", most)
                .query((row, _) -> FollowStepRow.step(row))
                .list();
    }

    @Override
    public void forgetBefore(Instant moment) {
        jdbc.sql("DELETE FROM following_step WHERE outcome <> 'PENDING' AND at < :moment")
                .param("moment", TimeColumns.of(moment))
                .update();
    }

    private static JdbcClient.StatementSpec ofFollower(JdbcClient.StatementSpec statement, FollowerKey key) {
        return statement.param("account", key.accountId()).param("strategy", key.strategy());
    }

    private static FollowedSignal signal(ResultSet row) throws SQLException {
        return new FollowedSignal(
                new FollowerKey(row.getString("account_id"), row.getString("strategy")),
                row.getString("symbol"),
                Timeframe.valueOf(row.getString("timeframe")),
                TimeColumns.instant(row, "bar_close"),
                row.getBigDecimal("price"),
                FollowStepRow.wish(row),
                row.getLong("share_version"),
                row.getBoolean("unsettled"));
    }
}
