package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.ScoreThreshold;
import dev.tradesuite.contracts.brain.ScoreThreshold.Beyond;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.brain.SignalScore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The score of a signal among its features, as both are stored: {@code @score.<feature>} has the value,
 * {@code @LONG.ABOVE} and the like the thresholds, {@code @none.<reason>} says that there is none. A version that knows
 * none of it shows them as features.
 *
 * @param features figures the signal rests on, by name
 * @param score the one that decided; absent when there is none
 * @param whyNone why there is none; absent when there is one
 */
public record ScoreNotes(Map<String, Double> features, @Nullable SignalScore score, @Nullable SignalReason whyNone) {

    private static final String MARK = "@";
    private static final String SCORE = MARK + "score.";
    private static final String NONE = MARK + "none.";

    public ScoreNotes {
        features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
    }

    /**
     * Features as they are stored.
     *
     * @param score absent when there is none
     * @param whyNone code of the reason why; absent when there is one, and when nobody said
     */
    public static Map<String, Double> stored(
            Map<String, Double> features, @Nullable SignalScore score, @Nullable String whyNone) {
        Map<String, Double> stored = new LinkedHashMap<>(features);
        if (score != null) {
            stored.put(SCORE + score.feature(), score.value());
            score.thresholds()
                    .forEach(threshold -> stored.put(key(threshold.signal(), threshold.beyond()), threshold.value()));
        } else if (whyNone != null) {
            stored.put(NONE + whyNone, 0.0);
        }
        return stored;
    }

    /** Reads features as they are stored. What an older version has stored has no score. */
    public static ScoreNotes of(Map<String, Double> stored) {
        Map<String, Double> features = new LinkedHashMap<>(stored);
        features.keySet().removeIf(name -> name.startsWith(MARK));
        SignalScore score = stored.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SCORE))
                .findFirst()
                .map(entry ->
                        new SignalScore(entry.getKey().substring(SCORE.length()), entry.getValue(), thresholds(stored)))
                .orElse(null);
        return new ScoreNotes(features, score, score == null ? whyNone(stored) : null);
    }

    private static List<ScoreThreshold> thresholds(Map<String, Double> stored) {
        List<ScoreThreshold> thresholds = new ArrayList<>();
        for (PositionSignal signal : PositionSignal.values()) {
            for (Beyond beyond : Beyond.values()) {
                Double value = stored.get(key(signal, beyond));
                if (value != null) {
                    thresholds.add(new ScoreThreshold(signal, beyond, value));
                }
            }
        }
        return thresholds;
    }

    private static SignalReason whyNone(Map<String, Double> stored) {
        Optional<String> code = stored.keySet().stream()
                .filter(name -> name.startsWith(NONE))
                .map(name -> name.substring(NONE.length()))
                .findFirst();
        return code.flatMap(name -> Stream.of(SignalReason.values())
                        .filter(reason -> reason.name().equals(name))
                        .findFirst())
                .orElse(SignalReason.SCORE_NOT_KEPT);
    }

    private static String key(PositionSignal signal, Beyond beyond) {
        return MARK + signal + "." + beyond;
    }
}
