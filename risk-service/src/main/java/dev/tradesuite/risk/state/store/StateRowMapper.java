package dev.tradesuite.risk.state.store;

import dev.tradesuite.contracts.risk.TradingState;
import dev.tradesuite.contracts.risk.TradingStateScope;
import dev.tradesuite.risk.state.StateEntry;
import dev.tradesuite.risk.state.StateSubject;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Rows of table trading_state as entries. */
public final class StateRowMapper {

    private StateRowMapper() {}

    /** The entry of the row, whose id has the column name given. */
    public static StateEntry read(ResultSet row, String idColumn) throws SQLException {
        return new StateEntry(
                new StateSubject(TradingStateScope.valueOf(row.getString("scope")), row.getString(idColumn)),
                TradingState.valueOf(row.getString("state")),
                row.getString("cause"),
                row.getString("changed_by"),
                TimeColumns.instant(row, "changed_at"),
                row.getObject("last_day", LocalDate.class));
    }
}
