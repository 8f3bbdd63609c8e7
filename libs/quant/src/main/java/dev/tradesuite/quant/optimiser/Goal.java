package dev.tradesuite.quant.optimiser;

/** Which point of a frontier is looked for. The excess grows along the frontier and is 0 at the point. */
sealed interface Goal {

    /** The point that is sought when return is m, variance v and the tolerance of risk t. */
    double excess(double t, double m, double v);

    /** The tolerance of the point if the frontier were m0 + t m1 and s0 + t^2 m1 everywhere; may be NaN or infinite. */
    double tolerance(double m0, double m1, double s0);

    /** The least variance / 2 - t x return. */
    record AtTolerance(double target) implements Goal {

        @Override
        public double excess(double t, double m, double v) {
            return t - target;
        }

        @Override
        public double tolerance(double m0, double m1, double s0) {
            return target;
        }
    }

    /** The largest (return - rate) / volatility. */
    record LargestSharpe(double rate) implements Goal {

        @Override
        public double excess(double t, double m, double v) {
            return t * (m - rate) - v;
        }

        @Override
        public double tolerance(double m0, double m1, double s0) {
            return Math.max(0, s0) / (m0 - rate);
        }
    }

    /** A return. */
    record OfReturn(double target) implements Goal {

        @Override
        public double excess(double t, double m, double v) {
            return m - target;
        }

        @Override
        public double tolerance(double m0, double m1, double s0) {
            return (target - m0) / m1;
        }
    }

    /** A variance. */
    record OfVariance(double target) implements Goal {

        @Override
        public double excess(double t, double m, double v) {
            return v - target;
        }

        @Override
        public double tolerance(double m0, double m1, double s0) {
            return Math.sqrt((target - s0) / m1);
        }
    }
}
