package dev.tradesuite.learning.policy;

/** Changes weights along their gradients, each at its own pace (Kingma and Ba, Adam, 2014). */
final class Adam {

    private static final double FIRST = 0.9;
    private static final double SECOND = 0.999;
    private static final double SMALLEST = 1e-8;

    private final double[] mean;
    private final double[] square;
    private double firstLeft = 1;
    private double secondLeft = 1;

    Adam(int weights) {
        this.mean = new double[weights];
        this.square = new double[weights];
    }

    /** One step against the gradient, which is shortened to the longest allowed. */
    void step(double[] weights, double[] gradient, double rate, double longest) {
        double squares = 0;
        for (double part : gradient) {
            squares += part * part;
        }
        double scale = Math.min(1, longest / Math.max(Math.sqrt(squares), SMALLEST));
        firstLeft *= FIRST;
        secondLeft *= SECOND;
        double pace = rate / (1 - firstLeft);
        double correction = 1 / (1 - secondLeft);
        for (int i = 0; i < weights.length; i++) {
            double part = gradient[i] * scale;
            mean[i] = FIRST * mean[i] + (1 - FIRST) * part;
            square[i] = SECOND * square[i] + (1 - SECOND) * part * part;
            weights[i] -= pace * mean[i] / (Math.sqrt(square[i] * correction) + SMALLEST);
        }
    }
}
