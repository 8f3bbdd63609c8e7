package dev.tradesuite.learning.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gradient that is computed going backwards, against the difference of the loss when a weight changes a little. */
class PpoLossTest {

    private static final int READINGS = 3;
    private static final int LENGTH = 12;
    private static final double STEP = 1e-5;
    private static final double TOLERANCE = 1e-6;

    private final Random random = new Random(7);
    private final PpoLoss loss = new PpoLoss(PpoSettings.DEFAULT, 0.05);

    @ParameterizedTest
    @EnumSource
    void gradientIsTheSlopeOfTheLoss(NetworkKind kind) {
        PolicyNetwork network = PolicyNetwork.random(NetworkShape.forReadings(kind, READINGS, 5), random);
        List<Episode> episodes = List.of(episode(network), episode(network), episode(network));
        Tape tape = network.newTape(LENGTH);
        double[] gradient = new double[network.weights().length];

        loss.of(network, episodes, tape, gradient);

        for (int weight = 0; weight < gradient.length; weight++) {
            double slope = slope(network, episodes, tape, weight);
            assertThat(gradient[weight]).as("weight %d", weight).isCloseTo(slope, within(TOLERANCE));
        }
        assertThat(Arrays.stream(gradient).map(Math::abs).max().orElseThrow()).isGreaterThan(1000 * TOLERANCE);
    }

    private double slope(PolicyNetwork network, List<Episode> episodes, Tape tape, int weight) {
        double[] weights = network.weights();
        double[] unused = new double[weights.length];
        double before = weights[weight];
        weights[weight] = before + STEP;
        double above = loss.of(network, episodes, tape, unused);
        weights[weight] = before - STEP;
        double below = loss.of(network, episodes, tape, unused);
        weights[weight] = before;
        return (above - below) / (2 * STEP);
    }

    /** Random inputs, actions and outcomes; some ratios lie within the clip and some far beyond, none on its edge. */
    private Episode episode(PolicyNetwork network) {
        Episode episode = new Episode(LENGTH);
        Tape tape = network.newTape(LENGTH);
        double[] probabilities = new double[Softmax.ACTIONS];
        List<Double> ratios = new ArrayList<>(List.of(0.5, 0.9, 1.1, 1.6));
        for (int step = 0; step < LENGTH; step++) {
            double[] readings = random.doubles(READINGS, -2, 2).toArray();
            double[] outputs = TradingPolicy.step(network, tape, readings, random.nextInt(3) - 1);
            Softmax.of(outputs, probabilities);
            episode.inputs[step] = tape.input[step].clone();
            episode.actions[step] = random.nextInt(Softmax.ACTIONS);
            double ratio = ratios.get(random.nextInt(ratios.size()));
            episode.logProbabilities[step] = StrictMath.log(probabilities[episode.actions[step]] / ratio);
            episode.advantages[step] = random.nextGaussian();
            episode.returns[step] = random.nextGaussian();
        }
        return episode;
    }
}
