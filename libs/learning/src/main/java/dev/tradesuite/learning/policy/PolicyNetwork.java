package dev.tradesuite.learning.policy;

import java.util.Random;

/**
 * A network that sees the bars one after another and says after each how good short, flat and long are.
 *
 * <p>All its weights stand in one array, so that whoever trains or stores it need not know its shape.
 */
sealed interface PolicyNetwork permits LstmNetwork, PlainNetwork {

    /** Scores of short, flat and long, then the value of the state. */
    int OUTPUTS = 4;

    NetworkShape shape();

    /** The weights themselves, not a copy. */
    double[] weights();

    /** A tape that holds so many steps. */
    default Tape newTape(int steps) {
        return new Tape(steps, shape().inputs(), shape().cells(), shape().kind() == NetworkKind.LSTM);
    }

    /**
     * Takes the next step from the input in the tape's next row and returns the outputs, which stay the tape's. The
     * first step of a tape begins with nothing remembered.
     */
    double[] step(Tape tape);

    /**
     * Adds to the gradient what the steps of a whole tape contribute.
     *
     * @param outputGradients gradient of the loss by each output of each step
     * @param gradient gradient by each weight, added to
     */
    void backward(Tape tape, double[][] outputGradients, double[] gradient);

    /** A network with small random weights. */
    static PolicyNetwork random(NetworkShape shape, Random random) {
        PolicyNetwork network = of(shape, new double[shape.weights()]);
        switch (network) {
            case LstmNetwork lstm -> lstm.randomise(random);
            case PlainNetwork plain -> plain.randomise(random);
        }
        return network;
    }

    /** A network with these weights; the array becomes its own. */
    static PolicyNetwork of(NetworkShape shape, double[] weights) {
        if (weights.length != shape.weights()) {
            throw new IllegalArgumentException(
                    "the network has %d weights, got %d".formatted(shape.weights(), weights.length));
        }
        return switch (shape.kind()) {
            case LSTM -> new LstmNetwork(shape, weights);
            case MLP -> new PlainNetwork(shape, weights);
        };
    }
}
