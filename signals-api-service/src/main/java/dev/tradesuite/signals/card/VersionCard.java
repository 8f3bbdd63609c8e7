package dev.tradesuite.signals.card;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The card of a trained version.
 *
 * @param version its name
 * @param inUseSince when it was taken into use
 * @param trainedAt when it was trained
 * @param dataFrom start of the first bar it was trained on
 * @param dataTo start of the last one
 * @param dataBars how many
 * @param verdict whether it has an edge
 * @param figures of bars it was not trained on, by name
 */
public record VersionCard(
        String version,
        Instant inUseSince,
        Instant trainedAt,
        Instant dataFrom,
        Instant dataTo,
        int dataBars,
        Verdict verdict,
        Map<String, Double> figures) {

    public VersionCard {
        figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    }

    /**
     * What its report comes to.
     *
     * @param edge whether it has an edge by the stated rule
     * @param sentence the same with its figures
     * @param report path of the report at the gateway
     */
    public record Verdict(boolean edge, String sentence, String report) {}
}
