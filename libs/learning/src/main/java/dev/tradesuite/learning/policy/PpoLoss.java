package dev.tradesuite.learning.policy;

import java.util.List;

/**
 * The clipped loss of a batch of episodes, and its gradient.
 *
 * <p>Per step: - min(ratio x advantage, clipped ratio x advantage) + value weight x (value - return)^2 / 2 - entropy
 * weight x entropy; the mean over all steps.
 *
 * @param settings how far a step may go and what counts how much
 * @param entropyWeight weight of the entropy now
 */
record PpoLoss(PpoSettings settings, double entropyWeight) {

    /**
     * Adds the gradient of the loss by the weights and returns the loss.
     *
     * @param tape one that holds an episode; it is written over
     */
    double of(PolicyNetwork network, List<Episode> episodes, Tape tape, double[] gradient) {
        int steps = episodes.stream().mapToInt(Episode::length).sum();
        double loss = 0;
        for (Episode episode : episodes) {
            double[][] outputGradients = new double[episode.length()][PolicyNetwork.OUTPUTS];
            tape.rewind();
            for (int step = 0; step < episode.length(); step++) {
                System.arraycopy(episode.inputs[step], 0, tape.input[step], 0, episode.inputs[step].length);
                loss += ofStep(episode, step, network.step(tape), outputGradients[step], steps);
            }
            network.backward(tape, outputGradients, gradient);
        }
        return loss;
    }

    private double ofStep(Episode episode, int step, double[] outputs, double[] outputGradients, int steps) {
        double[] probabilities = new double[Softmax.ACTIONS];
        Softmax.of(outputs, probabilities);
        int taken = episode.actions[step];
        double advantage = episode.advantages[step];
        double ratio = probabilities[taken] / Activation.exp(episode.logProbabilities[step]);
        double clipped = Math.clamp(ratio, 1 - settings.clip(), 1 + settings.clip());
        double gain = Math.min(ratio * advantage, clipped * advantage);
        // Beyond the clip the gain is constant.
        double slope = ratio * advantage <= clipped * advantage ? -advantage * ratio : 0;
        double entropy = 0;
        for (double probability : probabilities) {
            entropy -= probability * StrictMath.log(probability);
        }
        for (int action = 0; action < Softmax.ACTIONS; action++) {
            double probability = probabilities[action];
            double byPolicy = slope * ((action == taken ? 1 : 0) - probability);
            double byEntropy = entropyWeight * probability * (StrictMath.log(probability) + entropy);
            outputGradients[action] = (byPolicy + byEntropy) / steps;
        }
        double error = outputs[Softmax.ACTIONS] - episode.returns[step];
        outputGradients[Softmax.ACTIONS] = settings.valueWeight() * error / steps;
        return (-gain + settings.valueWeight() * error * error / 2 - entropyWeight * entropy) / steps;
    }
}
