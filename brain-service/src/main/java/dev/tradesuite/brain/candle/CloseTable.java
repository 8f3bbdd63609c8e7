package dev.tradesuite.brain.candle;

import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Closes of several symbols on one time axis.
 *
 * @param timeframe length of a slot
 * @param asOf moment up to which slots count
 * @param slots start of every row's slot in milliseconds since 1970, oldest first
 * @param columns one for every symbol asked for, in that order
 */
public record CloseTable(Timeframe timeframe, Instant asOf, List<Long> slots, List<Column> columns) {

    /**
     * Closes of one symbol.
     *
     * @param symbol instrument
     * @param closes by the start of their slot; a slot without a close is absent
     */
    public record Column(String symbol, Map<Long, SlotClose> closes) {}

    /** The newest {@code limit} slots in which a symbol has a close. */
    static CloseTable of(Timeframe timeframe, Instant asOf, int limit, Map<String, List<SlotClose>> newestFirst) {
        NavigableSet<Long> slots = new TreeSet<>();
        newestFirst.values().forEach(closes -> closes.forEach(close -> slots.add(close.slot())));
        while (slots.size() > limit) {
            slots.pollFirst();
        }
        List<Column> columns = newestFirst.entrySet().stream()
                .map(symbol -> new Column(symbol.getKey(), bySlot(symbol.getValue(), slots)))
                .toList();
        return new CloseTable(timeframe, asOf, List.copyOf(slots), columns);
    }

    private static Map<Long, SlotClose> bySlot(List<SlotClose> closes, NavigableSet<Long> slots) {
        Map<Long, SlotClose> bySlot = new HashMap<>();
        closes.stream().filter(close -> slots.contains(close.slot())).forEach(close -> bySlot.put(close.slot(), close));
        return bySlot;
    }
}
