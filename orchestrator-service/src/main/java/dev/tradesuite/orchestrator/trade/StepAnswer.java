package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;

/** What a step of the flow answers, or why it does not. */
public sealed interface StepAnswer<T> {

    /** What it answered; only for an answer that is not missing. */
    T value();

    /**
     * It answered.
     *
     * @param value what
     */
    record Given<T>(T value) implements StepAnswer<T> {}

    /**
     * It could not answer, or not in time; whether the question had an effect is not known.
     *
     * @param why the reason
     */
    record Missing<T>(Reason why) implements StepAnswer<T> {

        @Override
        public T value() {
            throw new IllegalStateException("there is no answer: " + why);
        }
    }
}
