package dev.tradesuite.learning.policy;

/**
 * What a policy tried over some bars, begun flat and with nothing remembered, and how that turned out.
 *
 * <p>Actions are numbered 0 short, 1 flat, 2 long; the position is the action less one.
 */
final class Episode {

    final double[][] inputs;
    final int[] actions;
    /** Logarithm of the probability under which each action was taken. */
    final double[] logProbabilities;
    /** How much better each action did than expected. */
    final double[] advantages;
    /** What each state turned out to be worth. */
    final double[] returns;

    Episode(int length) {
        this.inputs = new double[length][];
        this.actions = new int[length];
        this.logProbabilities = new double[length];
        this.advantages = new double[length];
        this.returns = new double[length];
    }

    int length() {
        return actions.length;
    }

    /**
     * Generalised advantages, from the end to the beginning.
     *
     * @param rewards of each step
     * @param values what each state was held to be worth; one more for the state after the last
     */
    void assess(double[] rewards, double[] values, double discount, double smoothing) {
        double advantage = 0;
        for (int step = length() - 1; step >= 0; step--) {
            double surprise = rewards[step] + discount * values[step + 1] - values[step];
            advantage = surprise + discount * smoothing * advantage;
            advantages[step] = advantage;
            returns[step] = advantage + values[step];
        }
    }
}
