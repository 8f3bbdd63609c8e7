package dev.tradesuite.market.gamma;

import dev.tradesuite.contracts.market.MarketReason;
import dev.tradesuite.contracts.market.Reason;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What was found wrong while reading, grouped by kind so that a thousand faults are one warning. */
final class Findings {

    private static final int NAMED = 5;

    private final Map<MarketReason, List<String>> cases = new EnumMap<>(MarketReason.class);

    void add(MarketReason reason, String what) {
        cases.computeIfAbsent(reason, _ -> new ArrayList<>()).add(what);
    }

    List<Reason> toReasons() {
        return cases.entrySet().stream()
                .map(entry -> new Reason(entry.getKey().name(), message(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static String message(MarketReason reason, List<String> cases) {
        String named = cases.stream().limit(NAMED).collect(Collectors.joining("; "));
        String more = cases.size() > NAMED ? " and %d more".formatted(cases.size() - NAMED) : "";
        return "%s %d: %s%s".formatted(reason.sentence(), cases.size(), named, more);
    }
}
