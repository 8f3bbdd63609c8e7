package dev.tradesuite.learning.policy;

/** Probabilities of the actions from their scores. */
final class Softmax {

    static final int ACTIONS = 3;

    private Softmax() {}

    /** Writes the probabilities of the first three scores. */
    static void of(double[] scores, double[] probabilities) {
        double largest = Math.max(scores[0], Math.max(scores[1], scores[2]));
        double sum = 0;
        for (int action = 0; action < ACTIONS; action++) {
            probabilities[action] = Activation.exp(scores[action] - largest);
            sum += probabilities[action];
        }
        for (int action = 0; action < ACTIONS; action++) {
            probabilities[action] /= sum;
        }
    }

    /** The action with the highest score; among equals the one nearest to flat, then short. */
    static int best(double[] scores) {
        int best = 1;
        for (int action = 0; action < ACTIONS; action++) {
            if (scores[action] > scores[best]) {
                best = action;
            }
        }
        return best;
    }
}
