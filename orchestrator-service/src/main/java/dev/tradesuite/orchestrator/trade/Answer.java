package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;

/** What a step of the flow answers, or why it does not. */
public sealed interface Answer<T> {

    /** What it answered; only for an answer that is not missing. */
    T value();

    /**
     * It answered.
     *
     * @param value what
     */
    record Given<T>(T value) implements Answer<T> {}

    /**
     * It could not answer, or not in time; whether the question had an effect is not known.
     *
     * @param cause why
     */
    record Missing<T>(Reason cause) implements Answer<T> {

        @Override
        public T value() {
            throw new IllegalStateException("there is no answer: " + cause);
        }
    }
}
