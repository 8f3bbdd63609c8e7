package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.Reason;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a trading model says about a bar. */
public sealed interface BarSignal {

    /** Longest reasoning, in characters. */
    int LONGEST_REASONING = 300;

    /** A reasoning with what must be said after it: the reasoning is cut where both would be too long. */
    static String reasoning(String text, String note) {
        int room = Math.max(0, LONGEST_REASONING - note.length());
        return (text.length() <= room ? text : text.substring(0, room)) + note;
    }

    /** Which of the models says it. */
    BarModelCode code();

    /** What produced it. */
    ModelVersion version();

    /** The position it wants; flat when it abstained. */
    PositionSignal position();

    /** Share of the account it wants to put in, 0 to 1; 0 when flat. */
    double size();

    /** What it heard of other models; empty for most. */
    List<BarVote> votes();

    /** +1 long, -1 short, 0 otherwise. */
    default int lean() {
        return switch (position()) {
            case LONG -> 1;
            case SHORT -> -1;
            case FLAT, CLOSE -> 0;
        };
    }

    /**
     * It judged the market. Flat is a judgement too.
     *
     * @param confidence how sure it is, 0 to 1
     * @param reasoning why, in a sentence or two
     * @param features figures it rests on, by name
     * @param score the one of them that decided, with its thresholds
     */
    record Decided(
            BarModelCode code,
            ModelVersion version,
            PositionSignal position,
            double confidence,
            double size,
            String reasoning,
            Map<String, Double> features,
            BarScore score,
            List<BarVote> votes)
            implements BarSignal {

        public Decided {
            requireFraction("confidence", confidence);
            requireFraction("size", size);
            features = Collections.unmodifiableMap(new LinkedHashMap<>(features));
            votes = List.copyOf(votes);
        }

        /** A position as large as the model is sure; nothing when it wants none. */
        public static Decided of(
                BarModelCode code,
                ModelVersion version,
                PositionSignal position,
                double confidence,
                String reasoning,
                Map<String, Double> features,
                BarScore score) {
            double size = position == PositionSignal.LONG || position == PositionSignal.SHORT ? confidence : 0;
            return new Decided(code, version, position, confidence, size, reasoning, features, score, List.of());
        }

        private static void requireFraction(String name, double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("%s must be from 0 to 1, was %s".formatted(name, value));
            }
        }
    }

    /**
     * It cannot judge: what it needs is missing.
     *
     * @param reason why
     */
    record Abstained(BarModelCode code, ModelVersion version, Reason reason, List<BarVote> votes) implements BarSignal {

        public Abstained {
            votes = List.copyOf(votes);
        }

        /** Nothing was heard of others. */
        public static Abstained because(BarModelCode code, ModelVersion version, Reason reason) {
            return new Abstained(code, version, reason, List.of());
        }

        @Override
        public PositionSignal position() {
            return PositionSignal.FLAT;
        }

        @Override
        public double size() {
            return 0;
        }
    }
}
