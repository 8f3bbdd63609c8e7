package dev.tradesuite.brain.model;

import dev.tradesuite.brain.indicator.Readings;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.market.SignalAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a model says. */
public sealed interface ModelSignal {

    /** What produced it. */
    ModelVersion version();

    /** What each of its sources said; empty for a model without sources, or when none was asked. */
    List<Vote> votes();

    /** Indicator values it rests on. */
    Readings readings();

    /** Why. */
    Reason reason();

    /**
     * It judged the market. HOLD is a judgement too: there is no side with enough weight.
     *
     * @param action BUY, SELL or HOLD
     * @param score -1 (sell) to 1 (buy); absent for a model without a score
     * @param confidence how sure it is, 0 to 1
     */
    record Decided(
            ModelVersion version,
            SignalAction action,
            @Nullable Double score,
            double confidence,
            List<Vote> votes,
            Readings readings,
            Reason reason)
            implements ModelSignal {

        public Decided {
            votes = List.copyOf(votes);
        }
    }

    /** It cannot judge: what it needs is missing. */
    record Abstained(ModelVersion version, List<Vote> votes, Readings readings, Reason reason) implements ModelSignal {

        public Abstained {
            votes = List.copyOf(votes);
        }

        /** Nothing was looked at. */
        public static Abstained because(ModelVersion version, Reason reason) {
            return new Abstained(version, List.of(), Readings.NONE, reason);
        }
    }
}
