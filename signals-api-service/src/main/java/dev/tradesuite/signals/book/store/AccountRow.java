package dev.tradesuite.signals.book.store;

import dev.tradesuite.accounting.paper.PaperAccount;
import dev.tradesuite.accounting.paper.PaperEntry;
import dev.tradesuite.accounting.paper.PaperFunds;
import dev.tradesuite.accounting.paper.PaperMark;
import dev.tradesuite.accounting.paper.PaperPosition;
import dev.tradesuite.accounting.paper.PaperRules;
import dev.tradesuite.instruments.Direction;
import dev.tradesuite.signals.book.StoredAccount;
import dev.tradesuite.support.store.TimeColumns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads an account with its open position. */
final class AccountRow {

    private AccountRow() {}

    static StoredAccount read(ResultSet row, PaperRules rules) throws SQLException {
        long position = row.getLong("position_id");
        boolean isOpen = !row.wasNull();
        PaperAccount account = new PaperAccount(
                rules,
                new PaperFunds(
                        row.getBigDecimal("starting_capital"),
                        row.getBigDecimal("cash"),
                        row.getBigDecimal("peak_equity")),
                TimeColumns.instantOrNull(row, "last_bar"),
                Direction.valueOf(row.getString("last_signal")),
                isOpen ? position(row) : null,
                null,
                row.getBoolean("ended"));
        return new StoredAccount(
                row.getString("strategy_code"), account, isOpen ? OptionalLong.of(position) : OptionalLong.empty());
    }

    private static PaperPosition position(ResultSet row) throws SQLException {
        PaperEntry entry = new PaperEntry(
                Direction.valueOf(row.getString("side").toUpperCase(Locale.ROOT)),
                row.getBigDecimal("quantity"),
                row.getBigDecimal("entry_price"),
                TimeColumns.instant(row, "entry_time"),
                row.getBigDecimal("notional_usd"),
                row.getBigDecimal("entry_fee"),
                row.getBigDecimal("stop_loss"),
                row.getBigDecimal("take_profit"));
        @Nullable BigDecimal rate = row.getBigDecimal("mark_rate");
        return new PaperPosition(
                entry,
                new PaperMark(
                        row.getBigDecimal("current_price"),
                        rate == null ? BigDecimal.ONE : rate,
                        row.getBigDecimal("unrealized_pnl"),
                        row.getBigDecimal("mae"),
                        row.getBigDecimal("mfe")));
    }
}
