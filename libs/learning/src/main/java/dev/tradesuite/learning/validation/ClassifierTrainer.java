package dev.tradesuite.learning.validation;

import dev.tradesuite.learning.label.TrainingRow;
import java.util.List;

/** Trains a classifier; the learning programs stand behind it. The same rows give the same classifier. */
@FunctionalInterface
public interface ClassifierTrainer<C extends Classifier> {

    /** A classifier of these rows, oldest first. */
    C train(List<TrainingRow> rows);
}
