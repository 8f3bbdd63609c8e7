package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.model.ModelVersion;
import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.brain.SignalReason;
import dev.tradesuite.contracts.market.Reason;
import java.util.Map;

/** Signals of other models, for tests of those that hear them. */
public final class Signals {

    private Signals() {}

    /** It wants this position, as large as it is sure. */
    public static BarSignal of(BarModelCode code, PositionSignal position, double confidence) {
        return BarSignal.Decided.of(
                code,
                version(code),
                position,
                confidence,
                "For a test.",
                Map.of(),
                BarScore.around("score", confidence, 0.3));
    }

    /** It cannot judge. */
    public static BarSignal abstained(BarModelCode code) {
        return BarSignal.Abstained.because(
                code, version(code), Reason.of(SignalReason.NO_RANGE, SignalReason.NO_RANGE.sentence()));
    }

    private static ModelVersion version(BarModelCode code) {
        return new ModelVersion(code.name(), "test", true);
    }
}
