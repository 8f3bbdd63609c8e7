package dev.tradesuite.market.simulated;

import java.util.Arrays;

/**
 * Contenders of whom the one that stands highest at the end wins. Each starts at a level and wanders from there.
 *
 * <p>The chances are the true probabilities given where everybody stands, so prices made of them are fair: nothing can
 * be earned here on average but the spread lost. With the rest r of the time to go, contender i ends normally
 * distributed around its level x_i with variance r, and P(i wins) = integral of phi(u) x product over the others of
 * Phi(u + (x_i - x_j) / sqrt(r)) du.
 */
final class Contest {

    /** phi is below 2e-9 beyond, so the rest of the integral does not matter at three decimals. */
    private static final double REACH = 6.3;

    private static final int POINTS = 64;

    private final double[] starts;
    private final Wandering[] paths;

    Contest(double[] starts, Noise noise) {
        this.starts = starts.clone();
        this.paths = new Wandering[starts.length];
        Arrays.setAll(paths, i -> new Wandering(noise.part(i)));
    }

    /** Each contender's probability to win, at a moment from 0 to before 1; they sum to 1. */
    double[] chances(double moment) {
        double[] levels = levels(moment);
        double spread = Math.sqrt(1 - moment);
        double[] chances = new double[levels.length];
        double step = 2 * REACH / POINTS;
        for (int point = 0; point <= POINTS; point++) {
            double u = -REACH + point * step;
            double density = Math.exp(-u * u / 2);
            for (int i = 0; i < levels.length; i++) {
                chances[i] += density * beatsOthers(levels, i, u, spread);
            }
        }
        double sum = Arrays.stream(chances).sum();
        return Arrays.stream(chances).map(chance -> chance / sum).toArray();
    }

    /** Who wins. */
    int winner() {
        double[] levels = levels(1);
        int best = 0;
        for (int i = 1; i < levels.length; i++) {
            best = levels[i] > levels[best] ? i : best;
        }
        return best;
    }

    private double[] levels(double moment) {
        double[] levels = new double[starts.length];
        Arrays.setAll(levels, i -> starts[i] + paths[i].at(moment));
        return levels;
    }

    private static double beatsOthers(double[] levels, int self, double u, double spread) {
        double chance = 1;
        for (int other = 0; other < levels.length; other++) {
            if (other != self) {
                chance *= normalBelow(u + (levels[self] - levels[other]) / spread);
            }
        }
        return chance;
    }

    /**
     * Phi, the standard normal distribution function, off by at most 7.5e-8: formula 26.2.17 of Abramowitz and Stegun,
     * Handbook of Mathematical Functions (1964).
     */
    static double normalBelow(double x) {
        double t = 1 / (1 + 0.2316419 * Math.abs(x));
        double series =
                t * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        double above = Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI) * series;
        return x >= 0 ? 1 - above : above;
    }
}
