package dev.tradesuite.brain.model.bar;

import dev.tradesuite.learning.model.ModelRead;
import dev.tradesuite.learning.model.TrainedModel;
import java.time.Instant;
import java.util.Optional;

/**
 * The trained version that is to decide for a series.
 *
 * @param version its name
 * @param since when it was taken into use
 * @param read the model, or why it cannot be read and a rule stands in
 */
public record VersionInUse(String version, Instant since, ModelRead read) {

    /** The model; empty when it cannot be read. */
    public Optional<TrainedModel> model() {
        return read instanceof ModelRead.Served(TrainedModel model) ? Optional.of(model) : Optional.empty();
    }

    /** What is wrong with it; empty when it is served. */
    public Optional<String> problem() {
        return read instanceof ModelRead.Unreadable unreadable ? Optional.of(unreadable.problem()) : Optional.empty();
    }

    /** The name for people: a damaged note may hold none. */
    public String shownName() {
        return version.isEmpty() ? "a version without a name" : version;
    }
}
