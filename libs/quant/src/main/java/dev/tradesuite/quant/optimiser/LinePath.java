package dev.tradesuite.quant.optimiser;

import dev.tradesuite.quant.linear.Vectors;

/**
 * Follows the least w' S w / 2 - d' w within a box while d moves along a line, from one change of the assets at their
 * bounds to the next.
 *
 * <p>Between changes the weights are linear in the way gone. Of several changes at the same place the one with the
 * smallest index comes first (Bland's rule), and an asset that the others can copy takes the place of one of them, so
 * that equal assets do not make it go in circles; a limit on the number of changes ends it in any case.
 */
final class LinePath {

    private static final double NEGLIGIBLE = 1e-13;
    private static final int REFRESH = 48;
    private static final byte FREE = 0;
    private static final byte LOWER = 1;
    private static final byte UPPER = 2;

    private final double[][] covariance;
    private final Box box;
    private final FreeSet members;
    private final byte[] status;
    private final double[] weights;
    private final double[] linear;
    private final double[] gradient;
    private final double[] gradientRate;
    private double way;
    private int changes;
    private Change pending = Change.NONE;

    LinePath(double[][] covariance, Box box, Box.Vertex start, double[] linear) {
        this.covariance = covariance;
        this.box = box;
        this.members = new FreeSet(covariance);
        this.weights = start.weights().clone();
        this.linear = linear.clone();
        this.status = new byte[weights.length];
        for (int i = 0; i < status.length; i++) {
            status[i] = weights[i] >= box.upper()[i] && !box.isFixed(i) ? UPPER : LOWER;
        }
        status[start.free()] = FREE;
        members.startWith(start.free());
        this.gradient = new double[weights.length];
        this.gradientRate = new double[weights.length];
        computeGradient();
    }

    double[] weights() {
        return weights.clone();
    }

    /** Length of the way since {@link #turn}. */
    double way() {
        return way;
    }

    /** w' S w, from the gradient at hand. */
    double variance() {
        return Vectors.dot(weights, gradient) + Vectors.dot(weights, linear);
    }

    /** Counts the way from here. */
    void turn() {
        way = 0;
    }

    /**
     * Goes on to the next change, or to the end. Where an asset takes the place of others the weights jump, and that is
     * a change of its own.
     *
     * @param direction in which d moves
     * @param limit where the way ends, may be infinite
     * @return whether there was a change before the end
     */
    boolean advance(double[] direction, double limit) {
        if (++changes > 2000 + 40 * weights.length) {
            throw new StalledException("too many changes on the critical line");
        }
        if (apply(pending)) {
            pending = Change.NONE;
            return true;
        }
        if (changes % REFRESH == 0) {
            refresh();
        }
        double[] rates = rates(direction);
        pending = nextChange(rates, limit - way);
        move(rates, direction, pending.distance());
        return pending.asset() >= 0;
    }

    /** Makes a change; true when the weights jumped. */
    private boolean apply(Change change) {
        if (change.asset() < 0) {
            return false;
        }
        if (change.position() >= 0) {
            bind(change.position(), change.isUp() ? UPPER : LOWER);
            return false;
        }
        return release(change.asset());
    }

    /** Rates of the budget's multiplier (negated) and of the members' weights. */
    private double[] rates(double[] direction) {
        double[] right = new double[members.size() + 1];
        for (int p = 0; p < members.size(); p++) {
            right[p + 1] = direction[members.member(p)];
        }
        double[] rates = members.solve(right);
        for (int i = 0; i < gradientRate.length; i++) {
            gradientRate[i] = -direction[i];
        }
        for (int p = 0; p < members.size(); p++) {
            Vectors.addScaled(rates[p + 1], covariance[members.member(p)], gradientRate);
        }
        return rates;
    }

    /**
     * @param distance way to it, never negative
     * @param asset that changes; -1 for none
     * @param position of a member that reaches a bound; -1 for an asset that leaves one
     * @param isUp whether the member reaches its upper bound
     */
    private record Change(double distance, int asset, int position, boolean isUp) {

        static final Change NONE = none(0);

        static Change none(double distance) {
            return new Change(distance, -1, -1, false);
        }

        boolean isAfter(double other, int otherAsset) {
            return other < distance || (other == distance && otherAsset < asset);
        }
    }

    private Change nextChange(double[] rates, double limit) {
        Change next = Change.none(limit);
        double still = NEGLIGIBLE * Vectors.largest(rates);
        for (int p = 0; p < members.size(); p++) {
            double rate = rates[p + 1];
            if (Math.abs(rate) <= still || rate == 0) {
                continue;
            }
            int asset = members.member(p);
            double bound = rate > 0 ? box.upper()[asset] : box.lower()[asset];
            double distance = Math.max(0, (bound - weights[asset]) / rate);
            if (next.isAfter(distance, asset)) {
                next = new Change(distance, asset, p, rate > 0);
            }
        }
        double level = gradient[members.member(0)];
        double levelRate = -rates[0];
        double flat = NEGLIGIBLE * Math.max(Vectors.largest(gradientRate), Math.abs(levelRate));
        for (int asset = 0; asset < status.length; asset++) {
            if (status[asset] == FREE || box.isFixed(asset)) {
                continue;
            }
            double sign = status[asset] == LOWER ? 1 : -1;
            double rate = sign * (gradientRate[asset] - levelRate);
            if (rate >= -flat) {
                continue;
            }
            double distance = Math.max(0, sign * (gradient[asset] - level) / -rate);
            if (next.isAfter(distance, asset)) {
                next = new Change(distance, asset, -1, false);
            }
        }
        return next;
    }

    private void move(double[] rates, double[] direction, double distance) {
        if (distance == 0 || Double.isInfinite(distance)) {
            return;
        }
        for (int p = 0; p < members.size(); p++) {
            int asset = members.member(p);
            weights[asset] = Math.fma(distance, rates[p + 1], weights[asset]);
        }
        Vectors.addScaled(distance, gradientRate, gradient);
        Vectors.addScaled(distance, direction, linear);
        way += distance;
    }

    private void bind(int position, byte bound) {
        int asset = members.member(position);
        if (members.size() == 1) {
            throw new StalledException("the last free asset reached a bound");
        }
        members.remove(position);
        rest(asset, bound);
    }

    private void rest(int asset, byte bound) {
        weights[asset] = bound == UPPER ? box.upper()[asset] : box.lower()[asset];
        status[asset] = bound;
    }

    private boolean release(int asset) {
        double[] dependence = members.dependence(asset);
        double remainder = members.remainder(asset, dependence);
        if (remainder > 0) {
            status[asset] = FREE;
            members.add(asset, dependence, remainder);
            return false;
        }
        exchange(asset, dependence);
        return true;
    }

    /** The members can copy the asset: it moves against them, which costs no risk, until one of them is at a bound. */
    private void exchange(int asset, double[] dependence) {
        double sign = status[asset] == LOWER ? 1 : -1;
        double most = box.upper()[asset] - box.lower()[asset];
        int leaving = -1;
        for (int p = 0; p < members.size(); p++) {
            double rate = -sign * dependence[p + 1];
            if (Math.abs(rate) <= NEGLIGIBLE) {
                continue;
            }
            int member = members.member(p);
            double bound = rate > 0 ? box.upper()[member] : box.lower()[member];
            double distance = Math.max(0, (bound - weights[member]) / rate);
            if (distance < most || (distance == most && leaving >= 0 && member < members.member(leaving))) {
                most = distance;
                leaving = p;
            }
        }
        for (int p = 0; p < members.size(); p++) {
            weights[members.member(p)] -= sign * most * dependence[p + 1];
        }
        weights[asset] += sign * most;
        if (leaving < 0) {
            rest(asset, sign > 0 ? UPPER : LOWER);
        } else {
            int member = members.member(leaving);
            byte bound = sign * dependence[leaving + 1] < 0 ? UPPER : LOWER;
            members.replace(leaving, asset);
            status[asset] = FREE;
            rest(member, bound);
        }
        computeGradient();
    }

    /** Solves for the members anew, so that rounding does not add up. */
    private void refresh() {
        for (int pass = 0; pass < 2; pass++) {
            computeGradient();
            double[] right = new double[members.size() + 1];
            right[0] = box.budget() - Vectors.sum(weights);
            double level = gradient[members.member(0)];
            for (int p = 0; p < members.size(); p++) {
                right[p + 1] = level - gradient[members.member(p)];
            }
            double[] correction = members.solve(right);
            for (int p = 0; p < members.size(); p++) {
                weights[members.member(p)] += correction[p + 1];
            }
        }
        computeGradient();
    }

    private void computeGradient() {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = -linear[i];
        }
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] != 0) {
                Vectors.addScaled(weights[i], covariance[i], gradient);
            }
        }
    }
}
