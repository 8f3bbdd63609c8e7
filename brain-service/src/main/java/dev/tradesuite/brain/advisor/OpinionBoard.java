package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The newest opinion of every advisor on every market it watches. Safe for use by several threads; never blocks. */
public final class OpinionBoard {

    private final Map<SeriesKey, Map<String, AdvisorOpinion>> opinions = new ConcurrentHashMap<>();

    /** Pins an opinion in place of the advisor's older one. */
    public void pin(String symbol, Timeframe timeframe, AdvisorOpinion opinion) {
        opinions.computeIfAbsent(new SeriesKey(symbol, timeframe), _ -> new ConcurrentHashMap<>())
                .merge(opinion.advisor(), opinion, OpinionBoard::newer);
    }

    /** The opinions that count at a moment, by name of the advisor; stale ones are left out. */
    public List<AdvisorOpinion> fresh(String symbol, Timeframe timeframe, Instant moment) {
        Map<String, AdvisorOpinion> pinned = opinions.get(new SeriesKey(symbol, timeframe));
        return pinned == null
                ? List.of()
                : pinned.values().stream()
                        .filter(opinion -> opinion.freshAt(moment))
                        .sorted(Comparator.comparing(AdvisorOpinion::advisor))
                        .toList();
    }

    private static AdvisorOpinion newer(AdvisorOpinion pinned, AdvisorOpinion next) {
        return next.formedAt().isBefore(pinned.formedAt()) ? pinned : next;
    }
}
