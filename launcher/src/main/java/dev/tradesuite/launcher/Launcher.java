package dev.tradesuite.launcher;

import dev.tradesuite.launcher.command.SuiteCommand;
import dev.tradesuite.support.SuiteApplication;

/** Entry point of the {@code ./suite} script. */
public final class Launcher {

    private Launcher() {}

    public static void main(String... arguments) {
        SuiteApplication.speakNoLanguage();
        System.exit(SuiteCommand.execute(arguments));
    }
}
