package dev.tradesuite.learning.policy;

/**
 * How long a policy learns.
 *
 * @param rounds rounds of trying and learning, 1 or more
 * @param episodes episodes tried in a round, a multiple of the batch
 * @param length bars of an episode, 2 or more
 * @param passes passes over the episodes of a round
 * @param batch episodes between two changes of the weights
 */
public record PpoSchedule(int rounds, int episodes, int length, int passes, int batch) {

    /** 40 rounds of 32 episodes of 128 bars. */
    public static final PpoSchedule DEFAULT = new PpoSchedule(40, 32, 128, 4, 8);

    public PpoSchedule {
        if (rounds < 1 || length < 2 || passes < 1 || batch < 1 || episodes < batch || episodes % batch != 0) {
            throw new IllegalArgumentException(
                    "rounds, passes and batch must be 1 or more, the length 2 or more, the episodes a multiple of"
                            + " the batch");
        }
    }
}
