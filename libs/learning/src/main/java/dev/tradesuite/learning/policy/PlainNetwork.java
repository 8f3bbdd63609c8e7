package dev.tradesuite.learning.policy;

import java.util.Random;

/** One hidden layer with the hyperbolic tangent, then one linear layer for scores and value. It remembers nothing. */
final class PlainNetwork implements PolicyNetwork {

    private final NetworkShape shape;
    private final double[] weights;
    private final Layer hidden;
    private final Layer head;

    PlainNetwork(NetworkShape shape, double[] weights) {
        this.shape = shape;
        this.weights = weights;
        this.hidden = new Layer(0, shape.inputs(), shape.cells());
        this.head = new Layer(hidden.end(), shape.cells(), OUTPUTS);
    }

    void randomise(Random random) {
        hidden.randomise(weights, random, 1 / Math.sqrt(shape.inputs()));
        head.randomise(weights, random, 0.1 / Math.sqrt(shape.cells()));
    }

    @Override
    public NetworkShape shape() {
        return shape;
    }

    @Override
    public double[] weights() {
        return weights;
    }

    @Override
    public double[] step(Tape tape) {
        int row = tape.next();
        double[] cells = tape.hidden[row];
        hidden.begin(weights, cells);
        hidden.add(weights, 0, tape.input[row], cells);
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = Activation.tanh(cells[cell]);
        }
        head.begin(weights, tape.output[row]);
        head.add(weights, 0, cells, tape.output[row]);
        tape.length++;
        return tape.output[row];
    }

    @Override
    public void backward(Tape tape, double[][] outputGradients, double[] gradient) {
        double[] z = new double[shape.cells()];
        for (int step = 0; step < tape.length; step++) {
            double[] cells = tape.hidden[step];
            head.addBiasGradient(outputGradients[step], gradient);
            head.addGradient(0, cells, outputGradients[step], gradient);
            for (int cell = 0; cell < cells.length; cell++) {
                z[cell] = head.inputGradient(weights, cell, outputGradients[step]) * (1 - cells[cell] * cells[cell]);
            }
            hidden.addBiasGradient(z, gradient);
            hidden.addGradient(0, tape.input[step], z, gradient);
        }
    }
}
