package dev.tradesuite.risk.exposure.store;

import dev.tradesuite.risk.limit.StateEntry;
import dev.tradesuite.risk.limit.StateSubject;
import dev.tradesuite.risk.limit.TradingState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** A row of table trading_state. */
final class StateRow {

    private StateRow() {}

    static StateEntry read(ResultSet row) throws SQLException {
        return read(row, row.getString("id"));
    }

    /** The same where the id has another column name. */
    static StateEntry read(ResultSet row, String id) throws SQLException {
        return new StateEntry(
                new StateSubject(StateSubject.Scope.valueOf(row.getString("scope")), id),
                TradingState.valueOf(row.getString("state")),
                row.getString("cause"),
                row.getString("changed_by"),
                Times.read(row, "changed_at"),
                row.getObject("last_day", LocalDate.class));
    }
}
