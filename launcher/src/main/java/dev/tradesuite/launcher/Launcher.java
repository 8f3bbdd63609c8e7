package dev.tradesuite.launcher;

import dev.tradesuite.launcher.command.SuiteCommand;

/** Entry point of the {@code ./suite} script. */
public final class Launcher {

    private Launcher() {}

    public static void main(String... arguments) {
        System.exit(SuiteCommand.execute(arguments));
    }
}
