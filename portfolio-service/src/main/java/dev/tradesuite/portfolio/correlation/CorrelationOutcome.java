package dev.tradesuite.portfolio.correlation;

import dev.tradesuite.contracts.market.RunLabel;
import java.util.List;
import java.util.function.Function;

/** An answer, or why there is none. */
public sealed interface CorrelationOutcome<T> {

    /** There is an answer. */
    record Known<T>(T value) implements CorrelationOutcome<T> {}

    /** There is none. */
    record Refused<T>(Refusal why) implements CorrelationOutcome<T> {}

    /** Why there is no answer. */
    sealed interface Refusal {

        /** Returns of several labels were not asked for together. */
        record SeveralLabels(List<RunLabel> labels) implements Refusal {}

        /** Nothing is registered under these codes. */
        record UnknownCodes(List<String> codes) implements Refusal {}

        /** More strategies than are correlated at a time. */
        record TooMany(int found, int most) implements Refusal {}

        /** The strategies have fewer returns in common, all together, than a shrunk estimate needs. */
        record TooFewCommonReturns(int found, int needed) implements Refusal {}

        /** The numbers do not allow it. */
        record NotComputable(String why) implements Refusal {}
    }

    static <T> CorrelationOutcome<T> known(T value) {
        return new Known<>(value);
    }

    static <T> CorrelationOutcome<T> refused(Refusal why) {
        return new Refused<>(why);
    }

    /** Goes on with the answer, when there is one. */
    default <R> CorrelationOutcome<R> then(Function<T, CorrelationOutcome<R>> next) {
        return switch (this) {
            case Known<T>(T value) -> next.apply(value);
            case Refused<T>(Refusal why) -> refused(why);
        };
    }
}
