package dev.tradesuite.quant.performance;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** A figure, or why there is none. */
public sealed interface Metric {

    /**
     * A figure that could be computed.
     *
     * @param figure finite
     */
    record Known(double figure) implements Metric {

        public Known {
            if (!Double.isFinite(figure)) {
                throw new IllegalArgumentException("a metric must be finite, was " + figure);
            }
        }
    }

    /** A figure that cannot be computed. */
    record Absent(MetricReason why) implements Metric {}

    static Metric of(double figure) {
        return new Known(figure);
    }

    static Metric absent(MetricReason why) {
        return new Absent(why);
    }

    /** The figure; empty when there is none. */
    default OptionalDouble value() {
        return switch (this) {
            case Known(double figure) -> OptionalDouble.of(figure);
            case Absent _ -> OptionalDouble.empty();
        };
    }

    /** Why there is no figure; empty when there is one. */
    default Optional<MetricReason> reason() {
        return switch (this) {
            case Known _ -> Optional.empty();
            case Absent(MetricReason why) -> Optional.of(why);
        };
    }

    /** The figure in another unit; what is absent stays so. */
    default Metric map(DoubleUnaryOperator change) {
        return switch (this) {
            case Known(double figure) -> of(change.applyAsDouble(figure));
            case Absent _ -> this;
        };
    }
}
