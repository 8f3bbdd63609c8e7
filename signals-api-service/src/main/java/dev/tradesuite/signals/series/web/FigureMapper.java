package dev.tradesuite.signals.series.web;

import dev.tradesuite.contracts.signals.UnavailableField;
import dev.tradesuite.quant.performance.Metric;
import dev.tradesuite.quant.performance.MetricReason;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes down figures, and which of them are absent for what reason. */
public final class FigureMapper {

    private final List<UnavailableField> unavailable = new ArrayList<>();

    /** The figure; null when there is none, and then the reason is kept. */
    public @Nullable Double value(String field, Metric metric) {
        return switch (metric) {
            case Metric.Known(double figure) -> figure;
            case Metric.Absent(MetricReason why) -> {
                unavailable.add(new UnavailableField(field, why.name()));
                yield null;
            }
        };
    }

    /** The figure in percent. */
    public @Nullable Double percent(String field, Metric metric) {
        return value(field, metric.map(fraction -> fraction * 100));
    }

    /** The fields that were absent so far. */
    public List<UnavailableField> unavailable() {
        return List.copyOf(unavailable);
    }
}
