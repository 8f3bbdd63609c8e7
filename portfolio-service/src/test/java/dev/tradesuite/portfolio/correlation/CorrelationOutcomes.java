package dev.tradesuite.portfolio.correlation;

/** Takes outcomes apart. */
final class CorrelationOutcomes {

    private CorrelationOutcomes() {}

    static <T> T known(CorrelationOutcome<T> outcome) {
        return switch (outcome) {
            case CorrelationOutcome.Known<T>(T value) -> value;
            case CorrelationOutcome.Refused<T>(CorrelationOutcome.Refusal why) -> throw new AssertionError(why);
        };
    }

    static CorrelationOutcome.Refusal refusal(CorrelationOutcome<?> outcome) {
        if (outcome instanceof CorrelationOutcome.Refused<?>(CorrelationOutcome.Refusal why)) {
            return why;
        }
        throw new AssertionError(outcome);
    }
}
