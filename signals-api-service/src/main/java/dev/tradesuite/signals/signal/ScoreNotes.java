package dev.tradesuite.signals.signal;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.ScoreThreshold.Beyond;
import dev.tradesuite.contracts.brain.SignalReason;
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
public record ScoreNotes(Map<String, Double> features, @Nullable Score score, @Nullable SignalReason whyNone) {

    private static final String SIGN = "@";
    private static final String SCORE = SIGN + "score.";
    private static final String NONE = SIGN + "none.";

    /**
     * The figure that decided a signal.
     *
     * @param feature name of the figure
     * @param value of the figure
     * @param thresholds beyond which it leads to a position
     */
    public record Score(String feature, double value, List<Mark> thresholds) {

        public Score {
            thresholds = List.copyOf(thresholds);
        }
    }

    /**
     * From where on a score leads to a position.
     *
     * @param signal position it leads to
     * @param beyond on which side of the value
     * @param value that it is compared with
     */
    public record Mark(PositionSignal signal, Beyond beyond, double value) {}

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
            Map<String, Double> features, @Nullable Score score, @Nullable String whyNone) {
        Map<String, Double> stored = new LinkedHashMap<>(features);
        if (score != null) {
            stored.put(SCORE + score.feature(), score.value());
            score.thresholds().forEach(mark -> stored.put(key(mark.signal(), mark.beyond()), mark.value()));
        } else if (whyNone != null) {
            stored.put(NONE + whyNone, 0.0);
        }
        return stored;
    }

    /** Reads features as they are stored. What an older version has stored has no score. */
    public static ScoreNotes of(Map<String, Double> stored) {
        Map<String, Double> features = new LinkedHashMap<>(stored);
        features.keySet().removeIf(name -> name.startsWith(SIGN));
        Score score = stored.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(SCORE))
                .findFirst()
                .map(entry -> new Score(entry.getKey().substring(SCORE.length()), entry.getValue(), thresholds(stored)))
                .orElse(null);
        return new ScoreNotes(features, score, score == null ? whyNone(stored) : null);
    }

    private static List<Mark> thresholds(Map<String, Double> stored) {
        List<Mark> thresholds = new ArrayList<>();
        for (PositionSignal signal : PositionSignal.values()) {
            for (Beyond beyond : Beyond.values()) {
                Double value = stored.get(key(signal, beyond));
                if (value != null) {
                    thresholds.add(new Mark(signal, beyond, value));
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
        return SIGN + signal + "." + beyond;
    }
}
