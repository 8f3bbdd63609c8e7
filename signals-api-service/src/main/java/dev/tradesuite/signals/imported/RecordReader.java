package dev.tradesuite.signals.imported;

import dev.tradesuite.contracts.signals.RecordRefusal;
import dev.tradesuite.instruments.Direction;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the files of an import; a row that cannot be stored is refused by itself. */
final class RecordReader {

    private static final String TRADES = "trades";
    private static final String EQUITY = "equity";

    private final String symbol;
    private final Instant now;
    private final List<RefusedRecordRow> refused = new ArrayList<>();

    RecordReader(String symbol, Instant now) {
        this.symbol = symbol;
        this.now = now;
    }

    /** Rows that can be stored, and how many were read. */
    record Read<T>(List<T> rows, int count) {}

    List<RefusedRecordRow> refused() {
        return List.copyOf(refused);
    }

    Read<RecordedTrade> trades(List<String> lines) {
        RecordTable table = new RecordTable(TRADES, lines);
        TradeColumns columns = TradeColumns.of(table);
        Read<RecordedTrade> read =
                read(TRADES, table, columns.last(), table.find("symbol"), cells -> trade(columns, cells));
        return new Read<>(
                read.rows().stream()
                        .sorted(Comparator.comparing(trade -> trade.exit().at()))
                        .toList(),
                read.count());
    }

    Read<RecordedPoint> equity(List<String> lines) {
        RecordTable table = new RecordTable(EQUITY, lines);
        int time = table.column("timestamp", "time", "timestamp_utc");
        int equity = table.column("equity", "equity_value");
        Set<Instant> seen = new HashSet<>();
        Read<RecordedPoint> read = read(EQUITY, table, Math.max(time, equity), table.find("symbol"), cells -> {
            Instant at = RecordTable.time(cells.get(time), now);
            RecordedPoint point = new RecordedPoint(at, RecordTable.positive("equity", cells.get(equity)));
            if (!seen.add(at)) {
                throw new RecordTable.RefusedException(RecordRefusal.SAME_TIME, cells.get(time));
            }
            return point;
        });
        return new Read<>(
                read.rows().stream()
                        .sorted(Comparator.comparing(RecordedPoint::at))
                        .toList(),
                read.count());
    }

    private <T> Read<T> read(
            String file,
            RecordTable table,
            int lastColumn,
            Optional<Integer> symbolColumn,
            Function<List<String>, T> row) {
        List<T> rows = new ArrayList<>();
        List<RecordTable.Line> lines = table.rows();
        for (RecordTable.Line line : lines) {
            try {
                List<String> cells = line.cells(Math.max(lastColumn, symbolColumn.orElse(0)));
                symbolColumn.ifPresent(at -> checkSymbol(cells.get(at)));
                rows.add(row.apply(cells));
            } catch (RecordTable.RefusedException e) {
                refused.add(new RefusedRecordRow(file, line.number(), e.reason(), String.valueOf(e.getMessage())));
            }
        }
        return new Read<>(rows, lines.size());
    }

    private void checkSymbol(String found) {
        if (!found.replaceAll("[/_-]", "").equalsIgnoreCase(symbol)) {
            throw new RecordTable.RefusedException(
                    RecordRefusal.WRONG_SYMBOL, "expected %s, found '%s'".formatted(symbol, found));
        }
    }

    private RecordedTrade trade(TradeColumns columns, List<String> cells) {
        RecordedTrade.RecordedFill entry = fill("entry_price", cells, columns.entryPrice(), columns.entryTime());
        RecordedTrade.RecordedFill exit = fill("exit_price", cells, columns.exitPrice(), columns.exitTime());
        if (exit.at().isBefore(entry.at())) {
            throw new RecordTable.RefusedException(
                    RecordRefusal.EXIT_BEFORE_ENTRY, "from %s to %s".formatted(entry.at(), exit.at()));
        }
        return new RecordedTrade(
                direction(cells.get(columns.side())),
                entry,
                exit,
                RecordTable.amount("pnl", cells.get(columns.profit())),
                new RecordedTrade.RecordedSize(
                        amount("quantity", cells, columns.quantity()),
                        amount("notional_usd", cells, columns.notional()),
                        Optional.ofNullable(amount("fees", cells, columns.fees()))
                                .orElse(BigDecimal.ZERO)));
    }

    private RecordedTrade.RecordedFill fill(String column, List<String> cells, int price, int time) {
        return new RecordedTrade.RecordedFill(
                RecordTable.positive(column, cells.get(price)), RecordTable.time(cells.get(time), now));
    }

    private static @Nullable BigDecimal amount(String name, List<String> cells, Optional<Integer> column) {
        return column.filter(at -> at < cells.size() && !cells.get(at).isEmpty())
                .map(at -> RecordTable.amount(name, cells.get(at)).abs())
                .orElse(null);
    }

    private static Direction direction(String side) {
        return switch (side.toLowerCase(Locale.ROOT)) {
            case "long", "buy" -> Direction.LONG;
            case "short", "sell" -> Direction.SHORT;
            default -> throw new RecordTable.RefusedException(RecordRefusal.BAD_SIDE, "'%s'".formatted(side));
        };
    }

    /** Where the columns of trades are. */
    private record TradeColumns(
            int side,
            int entryPrice,
            int entryTime,
            int exitPrice,
            int exitTime,
            int profit,
            Optional<Integer> quantity,
            Optional<Integer> notional,
            Optional<Integer> fees) {

        static TradeColumns of(RecordTable table) {
            return new TradeColumns(
                    table.column("side", "direction"),
                    table.column("entry_price"),
                    table.column("entry_time"),
                    table.column("exit_price"),
                    table.column("exit_time"),
                    table.column("pnl", "pnl_usd", "realized_pnl", "net_profit"),
                    table.find("quantity"),
                    table.find("notional_usd", "notional"),
                    table.find("fees", "commission"));
        }

        int last() {
            return Math.max(
                    Math.max(Math.max(side, entryPrice), Math.max(entryTime, exitPrice)), Math.max(exitTime, profit));
        }
    }
}
