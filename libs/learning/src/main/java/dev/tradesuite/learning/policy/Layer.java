package dev.tradesuite.learning.policy;

import java.util.Random;

/**
 * A linear layer that lives in a part of the weights of a network: one row of weights per input, the bias behind them.
 *
 * <p>Forward and the gradients of the weights go along rows, which the JVM turns into vector instructions.
 *
 * @param from where its weights begin
 * @param inputs rows
 * @param outputs columns
 */
record Layer(int from, int inputs, int outputs) {

    int end() {
        return bias() + outputs;
    }

    private int bias() {
        return from + inputs * outputs;
    }

    /** Sets the sums to the bias. */
    void begin(double[] weights, double[] sums) {
        System.arraycopy(weights, bias(), sums, 0, outputs);
    }

    /** Adds what inputs contribute; the first of them belongs to a row. */
    void add(double[] weights, int firstRow, double[] values, double[] sums) {
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            int at = from + (firstRow + row) * outputs;
            for (int k = 0; k < outputs; k++) {
                sums[k] += weights[at + k] * value;
            }
        }
    }

    /** Adds to the gradient of the bias. */
    void addBiasGradient(double[] sumGradients, double[] gradient) {
        int at = bias();
        for (int k = 0; k < outputs; k++) {
            gradient[at + k] += sumGradients[k];
        }
    }

    /** Adds to the gradients of the rows of these inputs. */
    void addGradient(int firstRow, double[] values, double[] sumGradients, double[] gradient) {
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            int at = from + (firstRow + row) * outputs;
            for (int k = 0; k < outputs; k++) {
                gradient[at + k] += value * sumGradients[k];
            }
        }
    }

    /** Gradient by the input of a row. Four sums side by side, because one alone waits for itself. */
    double inputGradient(double[] weights, int row, double[] sumGradients) {
        int at = from + row * outputs;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int k = 0;
        for (; k + 3 < outputs; k += 4) {
            a += weights[at + k] * sumGradients[k];
            b += weights[at + k + 1] * sumGradients[k + 1];
            c += weights[at + k + 2] * sumGradients[k + 2];
            d += weights[at + k + 3] * sumGradients[k + 3];
        }
        for (; k < outputs; k++) {
            a += weights[at + k] * sumGradients[k];
        }
        return a + b + (c + d);
    }

    /** Small random weights, bias 0. */
    void randomise(double[] weights, Random random, double scale) {
        for (int i = from; i < bias(); i++) {
            weights[i] = random.nextGaussian() * scale;
        }
    }

    void setBias(double[] weights, int output, double value) {
        weights[bias() + output] = value;
    }
}
