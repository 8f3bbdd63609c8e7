package dev.tradesuite.quant.optimiser;

import java.util.Optional;

/**
 * Polishes the answer of an interior point: takes the constraints it finds active, solves their equations, and mends
 * the guess where a weight leaves its bounds or a multiplier has the wrong sign.
 */
final class ActiveSet {

    private static final int MOST_MENDINGS = 25;
    private static final double EXACT = 1e-10;
    private static final double LEAST = 1e-14;

    private final PortfolioProgram program;
    private final int[] bounds;
    private final int[] rows;

    /**
     * A guess.
     *
     * @param bounds -1 at the lower, 1 at the upper bound, 0 free
     * @param rows -1 at its least, 1 at its most, 0 free
     */
    ActiveSet(PortfolioProgram program, int[] bounds, int[] rows) {
        this.program = program;
        this.bounds = bounds;
        this.rows = rows;
    }

    /** The exact point of a goal between two tolerances; empty when the guess does not lead there. */
    Optional<FrontierPoint> polish(Goal goal, double low, double high) {
        for (int i = 0; i < MOST_MENDINGS; i++) {
            ActiveSegment segment = ActiveSegment.of(program, bounds, rows);
            double tolerance = segment.tolerance(goal);
            if (!(tolerance >= low && tolerance <= high)) {
                return Optional.empty();
            }
            FrontierPoint point = segment.at(tolerance);
            Proof proof = program.proof(point);
            if (program.violation(point.weights()) <= EXACT && proof.gap() <= EXACT * program.size(point)) {
                return Optional.of(point);
            }
            if (!mend(point, proof)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private boolean mend(FrontierPoint point, Proof proof) {
        return bindViolated(point.weights()) || releaseWorst(proof);
    }

    private boolean bindViolated(double[] weights) {
        boolean isChanged = false;
        for (int i = 0; i < bounds.length; i++) {
            double below = program.box().lower()[i] - weights[i];
            double above = weights[i] - program.box().upper()[i];
            if (bounds[i] == 0 && Math.max(below, above) > LEAST) {
                bounds[i] = below > above ? -1 : 1;
                isChanged = true;
            }
        }
        for (int k = 0; k < rows.length; k++) {
            LinearRow row = program.rows().get(k);
            if (rows[k] == 0 && row.violation(weights) > LEAST) {
                rows[k] = row.value(weights) < row.least() ? -1 : 1;
                isChanged = true;
            }
        }
        return isChanged;
    }

    private boolean releaseWorst(Proof proof) {
        int worst = -1;
        double most = 0;
        for (int i = 0; i < bounds.length; i++) {
            double wrong = bounds[i] * proof.reduced()[i];
            if (wrong > most && !program.box().isFixed(i)) {
                most = wrong;
                worst = i;
            }
        }
        for (int k = 0; k < rows.length; k++) {
            LinearRow row = program.rows().get(k);
            double wrong = rows[k] * proof.rowMultipliers()[k];
            if (wrong > most && row.least() < row.most()) {
                most = wrong;
                worst = bounds.length + k;
            }
        }
        if (worst < 0) {
            return false;
        }
        if (worst < bounds.length) {
            bounds[worst] = 0;
        } else {
            rows[worst - bounds.length] = 0;
        }
        return true;
    }
}
