package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.QuantException;
import dev.tradesuite.quant.QuantProblem;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Units that come closest to weights, long only, never for more than the capital. What is made small is the sum over
 * assets of |wanted - bought| in money, and the cash that is left.
 *
 * @param quantities of the assets, multiples of their step
 * @param cash that is left, 0 or more
 * @param shortfall the sum of |wanted - bought| and the cash
 * @param exact whether no other quantities are closer
 */
public record DiscreteAllocation(List<BigDecimal> quantities, BigDecimal cash, BigDecimal shortfall, boolean exact) {

    private static final int MOST_NODES = 2_000_000;

    public DiscreteAllocation {
        quantities = List.copyOf(quantities);
    }

    /**
     * What is bought.
     *
     * @param weights 0 or more, summing to at most 1
     * @param prices of a unit, above 0
     * @param step smallest quantity that can be bought: 1 for whole units, such as 0.001 for fractions
     * @param capital above 0
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Wish(double[] weights, List<BigDecimal> prices, BigDecimal step, BigDecimal capital) {

        public Wish {
            weights = weights.clone();
            prices = List.copyOf(prices);
            requireSane(weights, prices, step, capital);
        }

        BigDecimal cost(int asset) {
            return prices.get(asset).multiply(step);
        }

        BigDecimal wanted(int asset) {
            return capital.multiply(BigDecimal.valueOf(weights[asset]), MathContext.DECIMAL128);
        }

        private static void requireSane(
                double[] weights, List<BigDecimal> prices, BigDecimal step, BigDecimal capital) {
            if (weights.length != prices.size() || weights.length == 0) {
                throw new QuantException(
                        QuantProblem.WRONG_SIZE, "%d weights, %d prices".formatted(weights.length, prices.size()));
            }
            double sum = 0;
            for (double weight : weights) {
                if (!(weight >= -1e-9) || Double.isInfinite(weight)) {
                    throw new QuantException(QuantProblem.OUT_OF_RANGE, "weights must be 0 or more, one is " + weight);
                }
                sum += weight;
            }
            if (sum > 1 + 1e-8) {
                throw new QuantException(QuantProblem.OUT_OF_RANGE, "weights sum to %s, more than 1".formatted(sum));
            }
            boolean isPositive =
                    step.signum() > 0 && capital.signum() > 0 && prices.stream().allMatch(price -> price.signum() > 0);
            if (!isPositive) {
                throw new QuantException(QuantProblem.OUT_OF_RANGE, "prices, step and capital must be above 0");
            }
        }
    }

    /**
     * Rounds all down, then buys one step more of the asset that is furthest below its weight, as long as cash is
     * enough.
     */
    public static DiscreteAllocation greedy(Wish wish) {
        long[] units = roundedDown(wish);
        BigDecimal cash = cash(wish, units);
        for (int next = neediest(wish, units, cash); next >= 0; next = neediest(wish, units, cash)) {
            units[next]++;
            cash = cash.subtract(wish.cost(next));
        }
        return of(wish, units, false);
    }

    /**
     * The closest of all, by depth first search from the greedy answer; for up to about 20 assets. When two million
     * branches do not settle it, the best found, not marked exact.
     */
    public static DiscreteAllocation closest(Wish wish) {
        Search search = new Search(wish);
        return of(wish, search.run(), search.nodes <= MOST_NODES);
    }

    private static DiscreteAllocation of(Wish wish, long[] units, boolean exact) {
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal cash = cash(wish, units);
        BigDecimal shortfall = cash;
        for (int i = 0; i < units.length; i++) {
            quantities.add(wish.step().multiply(BigDecimal.valueOf(units[i])));
            BigDecimal bought = wish.cost(i).multiply(BigDecimal.valueOf(units[i]));
            shortfall = shortfall.add(wish.wanted(i).subtract(bought).abs());
        }
        return new DiscreteAllocation(quantities, cash, shortfall, exact);
    }

    private static long[] roundedDown(Wish wish) {
        long[] units = new long[wish.weights().length];
        for (int i = 0; i < units.length; i++) {
            units[i] = wish.wanted(i)
                    .max(BigDecimal.ZERO)
                    .divide(wish.cost(i), 0, RoundingMode.DOWN)
                    .longValueExact();
        }
        for (int i = 0; i < units.length && cash(wish, units).signum() < 0; i++) {
            units[i] = Math.max(0, units[i] - 1);
        }
        return units;
    }

    private static BigDecimal cash(Wish wish, long[] units) {
        BigDecimal cash = wish.capital();
        for (int i = 0; i < units.length; i++) {
            cash = cash.subtract(wish.cost(i).multiply(BigDecimal.valueOf(units[i])));
        }
        return cash;
    }

    private static int neediest(Wish wish, long[] units, BigDecimal cash) {
        int neediest = -1;
        BigDecimal most = BigDecimal.ZERO;
        for (int i = 0; i < units.length; i++) {
            BigDecimal missing = wish.wanted(i).subtract(wish.cost(i).multiply(BigDecimal.valueOf(units[i])));
            if (missing.compareTo(most) > 0 && wish.cost(i).compareTo(cash) <= 0) {
                most = missing;
                neediest = i;
            }
        }
        return neediest;
    }

    /**
     * The shortfall is twice what is wanted and not bought, plus a constant, so that each unit is worth its cost up to
     * the wish and the part of it that is missing at the last one. Units of the dearest assets are chosen first.
     */
    private static final class Search {

        private final Wish wish;
        private final int[] order;
        private final double[] costs;
        private final double[] wanted;
        private final double[] wantedAfter;
        private final long[] units;
        private long[] best;
        private double bestValue;
        private int nodes;

        Search(Wish wish) {
            this.wish = wish;
            int size = wish.weights().length;
            this.order = IntStream.range(0, size)
                    .boxed()
                    .sorted((a, b) -> wish.cost(b).compareTo(wish.cost(a)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            this.costs = new double[size];
            this.wanted = new double[size];
            this.wantedAfter = new double[size + 1];
            for (int k = size - 1; k >= 0; k--) {
                costs[k] = wish.cost(order[k]).doubleValue();
                wanted[k] = Math.max(0, wish.wanted(order[k]).doubleValue());
                wantedAfter[k] = wantedAfter[k + 1] + wanted[k];
            }
            this.units = new long[size];
            List<BigDecimal> greedy = greedy(wish).quantities();
            this.best = new long[size];
            for (int i = 0; i < size; i++) {
                best[i] = greedy.get(i)
                        .divide(wish.step(), 0, RoundingMode.HALF_EVEN)
                        .longValueExact();
            }
            for (int k = 0; k < size; k++) {
                bestValue += Math.min(wanted[k], best[order[k]] * costs[k]);
            }
        }

        long[] run() {
            descend(0, wish.capital().doubleValue(), 0);
            return best;
        }

        private void descend(int depth, double cash, double value) {
            if (++nodes > MOST_NODES) {
                return;
            }
            if (depth == order.length) {
                if (value > bestValue * (1 + 1e-12) && cash(wish, units).signum() >= 0) {
                    bestValue = value;
                    best = units.clone();
                }
                return;
            }
            if (value + Math.min(cash, wantedAfter[depth]) <= bestValue * (1 + 1e-12)) {
                return;
            }
            long most =
                    (long) Math.min(Math.ceil(wanted[depth] / costs[depth] - 1e-9), Math.floor(cash / costs[depth]));
            for (long count = Math.max(0, most); count >= 0 && nodes <= MOST_NODES; count--) {
                double worth = Math.min(wanted[depth], count * costs[depth]);
                double bound = value + worth + Math.min(cash - count * costs[depth], wantedAfter[depth + 1]);
                if (bound <= bestValue * (1 + 1e-12) && count * costs[depth] <= wanted[depth]) {
                    break;
                }
                units[order[depth]] = count;
                descend(depth + 1, cash - count * costs[depth], value + worth);
            }
            units[order[depth]] = 0;
        }
    }
}
