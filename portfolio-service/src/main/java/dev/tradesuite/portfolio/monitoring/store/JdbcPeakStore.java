package dev.tradesuite.portfolio.monitoring.store;

import dev.tradesuite.portfolio.monitoring.EquityPeak;
import dev.tradesuite.portfolio.monitoring.PeakStore;
import dev.tradesuite.portfolio.monitoring.WatchedAccount;
import dev.tradesuite.support.store.UnitOfWork;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Table {@code monitored_account}. */
@Component
final class JdbcPeakStore implements PeakStore {

    private final JdbcClient jdbc;
    private final UnitOfWork work;

    JdbcPeakStore(JdbcClient jdbc, UnitOfWork work) {
        this.jdbc = jdbc;
        this.work = work;
    }

    @Override
    public EquityPeak follow(WatchedAccount account) {
        return work.relaxed(() -> {
            add(account.id(), EquityPeak.first(account));
            EquityPeak known = lock(account.id()).orElseThrow();
            EquityPeak now = known.after(account);
            if (now.sequence() != known.sequence()) {
                save(account.id(), now);
            }
            return now;
        });
    }

    private void add(String accountId, EquityPeak first) {
        jdbc.sql(
                        """
                        INSERT INTO monitored_account (account_id, peak, equity, net_cash_flow, sequence)
                        VALUES (:account, :peak, :equity, :flow, :sequence)
                        ON CONFLICT DO NOTHING
                        """)
                .param("account", accountId)
                .param("peak", first.peak())
                .param("equity", first.equity())
                .param("flow", first.netCashFlow())
                .param("sequence", first.sequence())
                .update();
    }

    private Optional<EquityPeak> lock(String accountId) {
        return jdbc.sql(
                        """
                        SELECT peak, equity, net_cash_flow, sequence FROM monitored_account
                        WHERE account_id = :account FOR UPDATE
                        """)
                .param("account", accountId)
                .query((row, _) -> peak(row))
                .optional();
    }

    private void save(String accountId, EquityPeak now) {
        jdbc.sql(
                        """
                        UPDATE monitored_account
                        SET peak = :peak, equity = :equity, net_cash_flow = :flow, sequence = :sequence
                        WHERE account_id = :account
                        """)
                .param("account", accountId)
                .param("peak", now.peak())
                .param("equity", now.equity())
                .param("flow", now.netCashFlow())
                .param("sequence", now.sequence())
                .update();
    }

    private static EquityPeak peak(ResultSet row) throws SQLException {
        return new EquityPeak(
                row.getBigDecimal("peak"),
                row.getBigDecimal("equity"),
                row.getBigDecimal("net_cash_flow"),
                row.getLong("sequence"));
    }
}
