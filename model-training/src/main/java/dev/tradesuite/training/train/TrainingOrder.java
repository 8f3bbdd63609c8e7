package dev.tradesuite.training.train;

import dev.tradesuite.learning.model.ModelKind;
import dev.tradesuite.learning.policy.NetworkKind;
import dev.tradesuite.learning.policy.PpoSchedule;

/**
 * What is to be trained.
 *
 * @param kind which of the models
 * @param spread what a purchase and the sale after it cost together, price units
 * @param seed of everything random
 * @param network what a policy can remember
 * @param schedule how long a policy learns
 */
public record TrainingOrder(ModelKind kind, double spread, long seed, NetworkKind network, PpoSchedule schedule) {

    public TrainingOrder {
        if (!(spread >= 0 && spread < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("the spread must be 0 or more, was " + spread);
        }
    }

    /** A policy with a memory, on the usual schedule. */
    public static TrainingOrder of(ModelKind kind, double spread, long seed) {
        return new TrainingOrder(kind, spread, seed, NetworkKind.LSTM, PpoSchedule.DEFAULT);
    }
}
