package dev.tradesuite.contracts.portfolio;

/** Why a gate of the lifecycle is passed or not. */
public enum EvidenceReason {
    EVIDENCE_SUFFICES("What was measured is what is required."),
    EVIDENCE_BELOW_REQUIRED("Less was measured than is required."),
    EVIDENCE_ABOVE_ALLOWED("More was measured than is allowed."),
    EVIDENCE_NOT_MEASURABLE("It cannot be measured yet."),
    SOURCE_NEVER_ASKED("The source was never asked for returns, or nothing was handed in."),
    SOURCE_FAILED_LAST("The source failed when it was asked last."),
    BROKER_NOT_SET("No broker is named in the rules of the strategy."),
    TRADING_IS_HALTED("The trading state of an account of the strategy, or of the strategy itself, is HALTED."),
    RETURNS_TOO_OLD("The newest return is too old to say anything about today."),
    NO_BENCHMARK("There is no benchmark with returns of the same label.");

    private final String sentence;

    EvidenceReason(String sentence) {
        this.sentence = sentence;
    }

    /** The reason in a sentence. */
    public String sentence() {
        return sentence;
    }
}
