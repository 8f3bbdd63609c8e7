package dev.tradesuite.learning.policy;

/**
 * What has been learnt: which position to hold after the bars so far.
 *
 * <p>Asked about a bar, it goes through the last bars from a state in which it remembers nothing and holds nothing, and
 * follows its own advice on the way. So the answer depends on these bars alone, and every instance gives the same one.
 * Immutable and safe to share between threads.
 */
public final class TradingPolicy {

    private final PolicyNetwork network;

    TradingPolicy(PolicyNetwork network) {
        this.network = network;
    }

    /**
     * The advice.
     *
     * @param position -1 short, 0 flat, 1 long
     * @param probability of this position among the three, above 0 and at most 1
     */
    public record Advice(int position, double probability) {}

    /** Readings it expects of a bar. */
    public int readingsPerBar() {
        return network.shape().inputs() - 1;
    }

    /**
     * The advice on the last of some bars.
     *
     * @param readings of each bar, oldest first, one or more
     */
    public Advice on(double[][] readings) {
        return on(readings, 0, readings.length);
    }

    /** The advice on the last bar of a part of the readings. */
    public Advice on(double[][] readings, int from, int to) {
        Tape tape = network.newTape(2);
        int action = 1;
        double[] outputs = new double[0];
        for (int bar = from; bar < to; bar++) {
            outputs = step(network, tape, readings[bar], action - 1);
            action = Softmax.best(outputs);
        }
        double[] probabilities = new double[Softmax.ACTIONS];
        Softmax.of(outputs, probabilities);
        return new Advice(action - 1, probabilities[action]);
    }

    static double[] step(PolicyNetwork network, Tape tape, double[] readings, int position) {
        double[] input = tape.input[tape.next()];
        System.arraycopy(readings, 0, input, 0, readings.length);
        input[readings.length] = position;
        return network.step(tape);
    }

    PolicyNetwork network() {
        return network;
    }
}
