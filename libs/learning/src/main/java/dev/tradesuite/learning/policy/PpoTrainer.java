package dev.tradesuite.learning.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns a policy on a series by trying: rounds of episodes at random places, each begun flat and with nothing
 * remembered, as the policy will be asked later; then some passes over them.
 *
 * <p>One thread, one seed: the same series gives the same weights, bit for bit, on every machine.
 */
public final class PpoTrainer {

    private final PpoSettings settings;
    private final PpoSchedule schedule;
    private final Random random;
    private final TradingSeries series;
    private final PolicyNetwork network;
    private final Tape tape;

    private PpoTrainer(
            TradingSeries series, NetworkKind kind, int cells, PpoSettings settings, PpoSchedule schedule, long seed) {
        if (series.size() <= schedule.length()) {
            throw new IllegalArgumentException(
                    "a policy needs more than %d bars to learn on, got %d".formatted(schedule.length(), series.size()));
        }
        this.settings = settings;
        this.schedule = schedule;
        this.random = new Random(seed);
        this.series = series;
        this.network = PolicyNetwork.random(NetworkShape.forReadings(kind, series.readingsPerBar(), cells), random);
        this.tape = network.newTape(schedule.length() + 1);
    }

    /** The policy after the last round. */
    public static TradingPolicy train(
            TradingSeries series, NetworkKind kind, int cells, PpoSettings settings, PpoSchedule schedule, long seed) {
        PpoTrainer trainer = new PpoTrainer(series, kind, cells, settings, schedule, seed);
        trainer.run();
        return new TradingPolicy(trainer.network);
    }

    private void run() {
        double[] gradient = new double[network.weights().length];
        Adam adam = new Adam(gradient.length);
        for (int round = 0; round < schedule.rounds(); round++) {
            double done = (double) round / schedule.rounds();
            PpoLoss loss = new PpoLoss(settings, settings.entropyWeight() * (1 - done));
            double rate = settings.learningRate() * (1 - 0.9 * done);
            List<Episode> episodes = tried();
            for (int pass = 0; pass < schedule.passes(); pass++) {
                Collections.shuffle(episodes, random);
                for (int from = 0; from < episodes.size(); from += schedule.batch()) {
                    Arrays.fill(gradient, 0);
                    loss.of(network, episodes.subList(from, from + schedule.batch()), tape, gradient);
                    adam.step(network.weights(), gradient, rate, settings.largestGradient());
                }
            }
        }
    }

    private List<Episode> tried() {
        List<Episode> episodes = new ArrayList<>();
        for (int i = 0; i < schedule.episodes(); i++) {
            episodes.add(tryFrom(random.nextInt(series.size() - schedule.length())));
        }
        normalise(episodes);
        return episodes;
    }

    private Episode tryFrom(int start) {
        int length = schedule.length();
        Episode episode = new Episode(length);
        double[] rewards = new double[length];
        double[] values = new double[length + 1];
        double[] probabilities = new double[Softmax.ACTIONS];
        tape.rewind();
        int position = 0;
        for (int step = 0; step <= length; step++) {
            double[] outputs = TradingPolicy.step(network, tape, series.readings(start + step), position);
            values[step] = outputs[Softmax.ACTIONS];
            if (step < length) {
                Softmax.of(outputs, probabilities);
                int action = drawn(probabilities);
                episode.inputs[step] = tape.input[step].clone();
                episode.actions[step] = action;
                episode.logProbabilities[step] = StrictMath.log(probabilities[action]);
                rewards[step] = series.reward(start + step, position, action - 1);
                position = action - 1;
            }
        }
        episode.assess(rewards, values, settings.discount(), settings.smoothing());
        return episode;
    }

    private int drawn(double[] probabilities) {
        double left = random.nextDouble();
        for (int action = 0; action < Softmax.ACTIONS - 1; action++) {
            left -= probabilities[action];
            if (left < 0) {
                return action;
            }
        }
        return Softmax.ACTIONS - 1;
    }

    /** Mean 0 and standard deviation 1 over the round, so that the step does not depend on the unit of the rewards. */
    private static void normalise(List<Episode> episodes) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (Episode episode : episodes) {
            for (double advantage : episode.advantages) {
                sum += advantage;
                squares += advantage * advantage;
                count++;
            }
        }
        double mean = sum / count;
        double deviation = Math.sqrt(Math.max(squares / count - mean * mean, 0)) + 1e-8;
        for (Episode episode : episodes) {
            for (int step = 0; step < episode.length(); step++) {
                episode.advantages[step] = (episode.advantages[step] - mean) / deviation;
            }
        }
    }
}
