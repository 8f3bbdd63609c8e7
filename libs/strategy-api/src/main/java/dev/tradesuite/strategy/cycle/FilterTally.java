package dev.tradesuite.strategy.cycle;

import dev.tradesuite.strategy.selection.Miss;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts what each filter drops, and remembers what came nearest to passing it. */
final class FilterTally {

    private static final int NEAREST = 3;

    private final Map<String, List<CycleSummary.NearMiss>> missesByFilter = new LinkedHashMap<>();

    /** Whether it passes; counted when it does not. */
    boolean passes(String id, String title, Optional<Miss> miss) {
        miss.ifPresent(why -> missesByFilter
                .computeIfAbsent(why.filter(), _ -> new ArrayList<>())
                .add(new CycleSummary.NearMiss(id, title, why)));
        return miss.isEmpty();
    }

    /** What each filter dropped, the filters in the order they first dropped something. */
    List<CycleSummary.FilterCount> counts() {
        return missesByFilter.entrySet().stream()
                .map(each -> new CycleSummary.FilterCount(
                        each.getKey(), each.getValue().size(), nearest(each.getValue())))
                .toList();
    }

    private static List<CycleSummary.NearMiss> nearest(List<CycleSummary.NearMiss> misses) {
        return misses.stream()
                .sorted(Comparator.comparingDouble(near -> near.why().distance()))
                .limit(NEAREST)
                .toList();
    }
}
