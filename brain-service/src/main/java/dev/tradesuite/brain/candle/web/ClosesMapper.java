package dev.tradesuite.brain.candle.web;

import dev.tradesuite.brain.candle.CloseTable;
import dev.tradesuite.brain.candle.SlotClose;
import dev.tradesuite.contracts.brain.ClosesTable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables of closes as they leave the service. */
final class ClosesMapper {

    private ClosesMapper() {}

    static ClosesTable of(CloseTable table) {
        return new ClosesTable(
                table.timeframe(),
                table.asOf(),
                table.slots().stream().map(Instant::ofEpochMilli).toList(),
                table.columns().stream()
                        .map(column -> column(table.slots(), column))
                        .toList());
    }

    private static ClosesTable.SymbolCloses column(List<Long> slots, CloseTable.Column column) {
        List<@Nullable BigDecimal> closes = new ArrayList<>(slots.size());
        for (Long slot : slots) {
            SlotClose close = column.closes().get(slot);
            closes.add(close == null ? null : close.close());
        }
        return new ClosesTable.SymbolCloses(
                column.symbol(),
                closes,
                column.closes().size(),
                column.closes().values().stream()
                        .map(SlotClose::timeframe)
                        .distinct()
                        .sorted(Comparator.reverseOrder())
                        .toList());
    }
}
