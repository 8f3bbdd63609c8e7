package dev.tradesuite.learning.policy;

import java.util.Arrays;
import java.util.Random;

/**
 * A layer of long short-term memory, then one linear layer for scores and value. Gates: input, forget, candidate,
 * output.
 */
final class LstmNetwork implements PolicyNetwork {

    private final NetworkShape shape;
    private final double[] weights;
    private final Layer gates;
    private final Layer head;

    LstmNetwork(NetworkShape shape, double[] weights) {
        this.shape = shape;
        this.weights = weights;
        this.gates = new Layer(0, shape.inputs() + shape.cells(), 4 * shape.cells());
        this.head = new Layer(gates.end(), shape.cells(), OUTPUTS);
    }

    void randomise(Random random) {
        gates.randomise(weights, random, 1 / Math.sqrt(shape.inputs() + shape.cells()));
        head.randomise(weights, random, 0.1 / Math.sqrt(shape.cells()));
        // A cell that remembers at first learns over longer times.
        for (int cell = 0; cell < shape.cells(); cell++) {
            gates.setBias(weights, shape.cells() + cell, 1);
        }
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
        int cells = shape.cells();
        int row = tape.next();
        int before = tape.previous();
        double[] z = tape.gates[row];
        gates.begin(weights, z);
        gates.add(weights, 0, tape.input[row], z);
        if (before >= 0) {
            gates.add(weights, shape.inputs(), tape.hidden[before], z);
        }
        for (int cell = 0; cell < cells; cell++) {
            z[cell] = Activation.logistic(z[cell]);
            z[cells + cell] = Activation.logistic(z[cells + cell]);
            z[2 * cells + cell] = Activation.tanh(z[2 * cells + cell]);
            z[3 * cells + cell] = Activation.logistic(z[3 * cells + cell]);
            double kept = before >= 0 ? z[cells + cell] * tape.memory[before][cell] : 0;
            tape.memory[row][cell] = kept + z[cell] * z[2 * cells + cell];
            tape.memoryTanh[row][cell] = Activation.tanh(tape.memory[row][cell]);
            tape.hidden[row][cell] = z[3 * cells + cell] * tape.memoryTanh[row][cell];
        }
        head.begin(weights, tape.output[row]);
        head.add(weights, 0, tape.hidden[row], tape.output[row]);
        tape.length++;
        return tape.output[row];
    }

    @Override
    public void backward(Tape tape, double[][] outputGradients, double[] gradient) {
        int cells = shape.cells();
        double[] hiddenGradient = new double[cells];
        double[] memoryGradient = new double[cells];
        double[] z = new double[4 * cells];
        for (int step = tape.length - 1; step >= 0; step--) {
            double[] outputs = outputGradients[step];
            head.addBiasGradient(outputs, gradient);
            head.addGradient(0, tape.hidden[step], outputs, gradient);
            for (int cell = 0; cell < cells; cell++) {
                hiddenGradient[cell] += head.inputGradient(weights, cell, outputs);
            }
            gateGradients(tape, step, hiddenGradient, memoryGradient, z);
            gates.addBiasGradient(z, gradient);
            gates.addGradient(0, tape.input[step], z, gradient);
            Arrays.fill(hiddenGradient, 0);
            if (step > 0) {
                gates.addGradient(shape.inputs(), tape.hidden[step - 1], z, gradient);
                for (int cell = 0; cell < cells; cell++) {
                    hiddenGradient[cell] = gates.inputGradient(weights, shape.inputs() + cell, z);
                }
            }
        }
    }

    /** Gradients by the sums of the gates into z; the one by the memory goes on to the step before. */
    private void gateGradients(Tape tape, int step, double[] hiddenGradient, double[] memoryGradient, double[] z) {
        int cells = shape.cells();
        double[] gate = tape.gates[step];
        for (int cell = 0; cell < cells; cell++) {
            double input = gate[cell];
            double forget = gate[cells + cell];
            double candidate = gate[2 * cells + cell];
            double output = gate[3 * cells + cell];
            double squashed = tape.memoryTanh[step][cell];
            double before = step > 0 ? tape.memory[step - 1][cell] : 0;
            double byMemory = memoryGradient[cell] + hiddenGradient[cell] * output * (1 - squashed * squashed);
            z[cell] = byMemory * candidate * input * (1 - input);
            z[cells + cell] = byMemory * before * forget * (1 - forget);
            z[2 * cells + cell] = byMemory * input * (1 - candidate * candidate);
            z[3 * cells + cell] = hiddenGradient[cell] * squashed * output * (1 - output);
            memoryGradient[cell] = byMemory * forget;
        }
    }
}
