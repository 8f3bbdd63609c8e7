package dev.tradesuite.brain.model.bar;

import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.learning.feature.PriceBars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The models together. Immutable; what a model has loaded may change. */
public final class BarModels {

    private final List<BarModel> models;

    /**
     * These models, asked in the order of their codes.
     *
     * @throws IllegalArgumentException when two have the same code
     */
    public BarModels(List<? extends BarModel> models) {
        this.models = models.stream()
                .<BarModel>map(model -> model)
                .sorted(Comparator.comparing(BarModel::code))
                .toList();
        long codes = models.stream().map(BarModel::code).distinct().count();
        if (codes < models.size()) {
            throw new IllegalArgumentException("two models have the same code");
        }
    }

    /** What each of them says at the close of a bar, in their order. */
    public List<BarSignal> on(SeriesKey series, PriceBars bars, int bar, Opinion opinion) {
        List<BarSignal> said = new ArrayList<>(models.size());
        BarView view = new BarView(series, bars, bar, List.of(), opinion);
        for (BarModel model : models) {
            said.add(model.on(view.after(said)));
        }
        return said;
    }

    /** Bars that all their signals rest on, the last one included; more before them change nothing. */
    public int lookBack() {
        return models.stream().mapToInt(BarModel::lookBack).max().orElse(0);
    }

    /** All of them, in their order. */
    public List<BarModel> all() {
        return models;
    }

    /** The model of a code. */
    public Optional<BarModel> find(BarModelCode code) {
        return models.stream().filter(model -> model.code() == code).findFirst();
    }
}
