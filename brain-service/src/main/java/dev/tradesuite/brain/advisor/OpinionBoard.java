package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.Timeframe;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The newest opinion of every advisor on every market it watches, and why it gave none when it was to be asked last.
 * Safe for use by several threads; never blocks.
 */
public final class OpinionBoard {

    private final Map<SeriesKey, Map<String, AdvisorOpinion>> opinions = new ConcurrentHashMap<>();
    private final Map<SeriesKey, Map<String, Silence>> silences = new ConcurrentHashMap<>();

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

    /** The newest opinion of one advisor, fresh or not. */
    Optional<AdvisorOpinion> newest(String symbol, Timeframe timeframe, String advisor) {
        return Optional.ofNullable(opinions.getOrDefault(new SeriesKey(symbol, timeframe), Map.of())
                .get(advisor));
    }

    /** Notes that an advisor gave no opinion. A pinned one stays. */
    void note(String symbol, Timeframe timeframe, String advisor, Silence silence) {
        silences.computeIfAbsent(new SeriesKey(symbol, timeframe), _ -> new ConcurrentHashMap<>())
                .put(advisor, silence);
    }

    /** Why an advisor gave no opinion last; empty when it always gave one. */
    Optional<Silence> silence(String symbol, Timeframe timeframe, String advisor) {
        return Optional.ofNullable(silences.getOrDefault(new SeriesKey(symbol, timeframe), Map.of())
                .get(advisor));
    }

    private static AdvisorOpinion newer(AdvisorOpinion pinned, AdvisorOpinion next) {
        return next.formedAt().isBefore(pinned.formedAt()) ? pinned : next;
    }

    /**
     * An advisor gave no opinion.
     *
     * @param at when it was to be asked
     * @param why holds no key and no text of an answer
     */
    record Silence(Instant at, Reason why) {}
}
