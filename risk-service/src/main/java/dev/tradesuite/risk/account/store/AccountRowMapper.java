package dev.tradesuite.risk.account.store;

import dev.tradesuite.risk.account.AccountFigures;
import dev.tradesuite.risk.account.Limits;
import dev.tradesuite.risk.account.RiskAccount;
import dev.tradesuite.support.store.TimeColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** Rows of table account as accounts, and back. */
public final class AccountRowMapper {

    private AccountRowMapper() {}

    /** The account of the row. */
    public static RiskAccount read(ResultSet row) throws SQLException {
        return new RiskAccount(
                row.getString("id"),
                row.getLong("sequence"),
                new AccountFigures(
                        row.getString("currency"),
                        row.getBigDecimal("equity"),
                        TimeColumns.instant(row, "equity_at"),
                        row.getObject("day", LocalDate.class),
                        row.getBigDecimal("day_start_equity"),
                        row.getBigDecimal("high_water_mark"),
                        row.getBigDecimal("net_cash_flow"),
                        row.getBoolean("archived"),
                        row.getBigDecimal("margin_used"),
                        row.getBigDecimal("open_stakes"),
                        row.getBigDecimal("reserved_margin"),
                        row.getBigDecimal("reserved_loss"),
                        new Limits(
                                row.getBigDecimal("daily_loss_percent"),
                                row.getBigDecimal("drawdown_percent"),
                                row.getBigDecimal("position_size_percent"),
                                row.getBigDecimal("margin_percent"),
                                row.getBigDecimal("correlation_limit"),
                                row.getBigDecimal("currency_exposure_percent"))));
    }

    static Map<String, Object> parameters(RiskAccount account) {
        AccountFigures figures = account.figures();
        Map<String, Object> parameters = new HashMap<>(limits(figures.limits()));
        parameters.put("id", account.id());
        parameters.put("currency", figures.currency());
        parameters.put("sequence", account.sequence());
        parameters.put("equity", figures.equity());
        parameters.put("equity_at", TimeColumns.of(figures.equityAt()));
        parameters.put("day", figures.day());
        parameters.put("day_start_equity", figures.dayStartEquity());
        parameters.put("high_water_mark", figures.highWaterMark());
        parameters.put("net_cash_flow", figures.netCashFlow());
        parameters.put("archived", figures.archived());
        parameters.put("margin_used", figures.marginUsed());
        parameters.put("open_stakes", figures.openStakes());
        parameters.put("reserved_margin", figures.reservedMargin());
        parameters.put("reserved_loss", figures.reservedLoss());
        parameters.put("margin_room", account.marginRoom());
        parameters.put("loss_room", account.lossRoom());
        return parameters;
    }

    static Map<String, Object> limits(Limits limits) {
        return Map.of(
                "daily_loss_percent", limits.dailyLossPercent(),
                "drawdown_percent", limits.drawdownPercent(),
                "position_size_percent", limits.positionSizePercent(),
                "margin_percent", limits.marginPercent(),
                "correlation_limit", limits.correlation(),
                "currency_exposure_percent", limits.currencyExposurePercent());
    }
}
