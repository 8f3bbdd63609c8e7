package dev.tradesuite.training;

import dev.tradesuite.training.command.TrainingCommand;

/** The program. */
public final class ModelTraining {

    private ModelTraining() {}

    /** Runs one command; the exit code says how it ended. */
    public static void main(String[] arguments) {
        System.exit(TrainingCommand.execute(arguments));
    }
}
