package dev.tradesuite.learning.policy;

/**
 * How a policy learns (Schulman and others, Proximal Policy Optimization Algorithms, 2017).
 *
 * @param clip how far the probability of an action may move from that under which it was tried, as a fraction
 * @param valueWeight weight of the error of the value beside that of the policy
 * @param entropyWeight weight of the spread of the policy at the beginning; it falls to zero
 * @param discount of a reward one bar later, 0 to 1
 * @param smoothing lambda of the generalised advantage (Schulman and others, 2015), 0 to 1
 * @param learningRate step of Adam at the beginning; it falls to a tenth
 * @param largestGradient longest gradient; a longer one is shortened
 */
public record PpoSettings(
        double clip,
        double valueWeight,
        double entropyWeight,
        double discount,
        double smoothing,
        double learningRate,
        double largestGradient) {

    /** The usual ones, but for a short sight: a position earns with the next bar. */
    public static final PpoSettings DEFAULT = new PpoSettings(0.2, 0.25, 0.01, 0.9, 0.9, 0.002, 0.5);
}
