package dev.tradesuite.portfolio.lifecycle;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.portfolio.EvidenceReason;
import dev.tradesuite.contracts.portfolio.LifecycleGate;
import dev.tradesuite.quant.performance.Metric;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * What a gate found.
 *
 * @param measured absent when it cannot be measured or is no number
 * @param required absent when it is not known or no number
 * @param chance how likely chance alone explains a difference; absent where there is none
 */
public record GateEvidence(
        LifecycleGate gate,
        @Nullable Double measured,
        @Nullable Double required,
        boolean passed,
        Reason reason,
        @Nullable Double chance) {

    /** A gate that is passed with at least so much. */
    public static GateEvidence atLeast(LifecycleGate gate, Metric measured, Metric required) {
        return compared(gate, measured, required, 1, EvidenceReason.EVIDENCE_BELOW_REQUIRED);
    }

    /** A gate that is passed with at most so much. */
    public static GateEvidence atMost(LifecycleGate gate, Metric measured, Metric required) {
        return compared(gate, measured, required, -1, EvidenceReason.EVIDENCE_ABOVE_ALLOWED);
    }

    /** A gate without a number. */
    public static GateEvidence plain(LifecycleGate gate, EvidenceReason reason, String message) {
        return new GateEvidence(
                gate, null, null, reason == EvidenceReason.EVIDENCE_SUFFICES, Reason.of(reason, message), null);
    }

    /** A gate that cannot be measured, and why. */
    public static GateEvidence unknown(LifecycleGate gate, String message) {
        return plain(gate, EvidenceReason.EVIDENCE_NOT_MEASURABLE, message);
    }

    /** Whether it was measured, and does not suffice; what is not known breaks nothing. */
    public boolean broken() {
        return !passed
                && ((measured != null && required != null)
                        || reason.code().equals(EvidenceReason.TRADING_IS_HALTED.name()));
    }

    /** Whether it could be measured. */
    public boolean known() {
        return passed || broken();
    }

    /** The same with how likely chance alone explains the difference. */
    public GateEvidence withChance(Metric probability) {
        OptionalDouble value = probability.value();
        return new GateEvidence(
                gate, measured, required, passed, reason, value.isPresent() ? value.getAsDouble() : null);
    }

    private static GateEvidence compared(
            LifecycleGate gate, Metric measured, Metric required, int sign, EvidenceReason otherwise) {
        Double found = boxed(measured);
        Double wanted = boxed(required);
        if (found == null || wanted == null) {
            String why = measured.reason()
                    .or(required::reason)
                    .map(reason -> " " + reason.sentence())
                    .orElse("");
            return new GateEvidence(
                    gate,
                    found,
                    wanted,
                    false,
                    Reason.of(
                            EvidenceReason.EVIDENCE_NOT_MEASURABLE,
                            EvidenceReason.EVIDENCE_NOT_MEASURABLE.sentence() + why),
                    null);
        }
        boolean passed = sign * (found - wanted) >= 0;
        EvidenceReason reason = passed ? EvidenceReason.EVIDENCE_SUFFICES : otherwise;
        return new GateEvidence(
                gate,
                found,
                wanted,
                passed,
                Reason.of(
                        reason,
                        String.format(
                                Locale.ROOT,
                                "%s is %.6g, %s %.6g is asked for",
                                gate,
                                found,
                                sign > 0 ? "at least" : "at most",
                                wanted)),
                null);
    }

    private static @Nullable Double boxed(Metric metric) {
        OptionalDouble value = metric.value();
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
