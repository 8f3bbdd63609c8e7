package dev.tradesuite.benchmarks.walkforward;

import dev.tradesuite.quant.moment.ReturnTable;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Weights chosen anew before the first day of each month, from the days before it alone, and held over the month.
 *
 * <p>With v the capital and w the weights after the trade, a day with returns r leaves v (1 + w'r), and weights drift
 * with their returns. A trade from drifted weights d costs rate x sum |w - d| of the capital, on the first day after
 * it. The first purchase costs as well. An asset is to be had when it has a return on every day of the window.
 *
 * @param window returns that are looked at
 * @param rate part of what is bought or sold that is lost
 */
record MonthlyChoice(int window, double rate) {

    /** Chooses weights. */
    @FunctionalInterface
    interface Chooser {

        /** Weights that sum to 1, in the order of the assets; empty when there are none that keep what they must. */
        Optional<double[]> choose(ReturnTable seen);
    }

    /**
     * What came of it.
     *
     * @param returns of each day out of sample, costs taken off
     * @param turnover sum of what was bought and sold, in capitals
     * @param choices how often weights were chosen
     * @param without how often there were none, so that what was held stayed
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outcome(double[] returns, double turnover, int choices, int without) {}

    /**
     * Walks over a table whose period ends are days since 1970.
     *
     * @throws IllegalArgumentException when no month begins after the window
     */
    Outcome walk(ReturnTable table, Chooser chooser) {
        int first = IntStream.range(window, table.periods())
                .filter(t -> isNewMonth(table, t))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "no month begins after %d of %d days".formatted(window, table.periods())));
        double[] returns = new double[table.periods() - first];
        double[] held = new double[table.assets()];
        double turnover = 0;
        int choices = 0;
        int without = 0;
        for (int t = first; t < table.periods(); t++) {
            double cost = 0;
            if (isNewMonth(table, t)) {
                choices++;
                Optional<double[]> chosen = choose(table.between(t - window, t), chooser);
                if (chosen.isPresent()) {
                    double traded = distance(chosen.get(), held);
                    held = chosen.get();
                    turnover += traded;
                    cost = rate * traded;
                } else {
                    without++;
                }
            }
            double gain = gain(table, t, held);
            returns[t - first] = (1 - cost) * (1 + gain) - 1;
            drift(table, t, held, gain);
        }
        return new Outcome(returns, turnover, choices, without);
    }

    private static boolean isNewMonth(ReturnTable table, int t) {
        return t > 0 && !month(table, t).equals(month(table, t - 1));
    }

    private static YearMonth month(ReturnTable table, int t) {
        return YearMonth.from(LocalDate.ofEpochDay(table.end(t)));
    }

    /** Asks with the assets that have every return, and gives the others nothing. */
    private static Optional<double[]> choose(ReturnTable seen, Chooser chooser) {
        int[] whole = IntStream.range(0, seen.assets())
                .filter(asset -> seen.present(asset).length == seen.periods())
                .toArray();
        return chooser.choose(seen.select(whole)).map(weights -> {
            double[] all = new double[seen.assets()];
            for (int i = 0; i < whole.length; i++) {
                all[whole[i]] = weights[i];
            }
            return all;
        });
    }

    private static double distance(double[] to, double[] from) {
        return IntStream.range(0, to.length)
                .mapToDouble(i -> Math.abs(to[i] - from[i]))
                .sum();
    }

    private static double gain(ReturnTable table, int t, double[] held) {
        double gain = 0;
        for (int i = 0; i < held.length; i++) {
            if (held[i] != 0) {
                gain += held[i] * known(table, t, i);
            }
        }
        return gain;
    }

    private static double known(ReturnTable table, int t, int asset) {
        double value = table.value(asset, t);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("%s is held on %s and has no return there"
                    .formatted(table.codes().get(asset), LocalDate.ofEpochDay(table.end(t))));
        }
        return value;
    }

    private static void drift(ReturnTable table, int t, double[] held, double gain) {
        Arrays.setAll(held, i -> held[i] == 0 ? 0 : held[i] * (1 + table.value(i, t)) / (1 + gain));
    }
}
