package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.deadletter.DeadLetter;
import dev.tradesuite.launcher.deadletter.DeadLetterBox;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Events no consumer could handle: see them, send them again, drop them. */
@Command(
        name = "dead-letters",
        description = {
            "Shows the events that a consumer could not handle, and sends them again or drops them. The suite must"
                    + " run.",
            "An event that is sent again goes to every consumer of its topic, as the first time; those that have"
                    + " handled it know it by its id."
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            DeadLettersCommand.ListCommand.class,
            DeadLettersCommand.ShowCommand.class,
            DeadLettersCommand.ReplayCommand.class,
            DeadLettersCommand.DropCommand.class
        })
final class DeadLettersCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: list, show, replay or drop");
    }

    /** Lists them. */
    @Command(
            name = "list",
            description = "Lists the events nothing was decided about yet, oldest first.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private SettingsOptions options;

        @Option(names = "--topic", paramLabel = "TOPIC", description = "Only those of this topic.")
        private @Nullable String topic;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            List<DeadLetter> letters = DeadLetterOperations.box(options).open().stream()
                    .filter(letter -> topic == null || letter.topic().equals(topic))
                    .toList();
            DeadLetterTable table = new DeadLetterTable(spec.commandLine().getOut());
            if (json) {
                table.printJson(letters);
            } else {
                table.print(letters);
            }
            return ExitCode.OK.value();
        }
    }

    /** Shows one of them. */
    @Command(
            name = "show",
            description = "Shows one event: where it lay, who could not handle it and why, and the event itself.",
            mixinStandardHelpOptions = true)
    static final class ShowCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private SettingsOptions options;

        @Parameters(paramLabel = "ID", description = "Id as listed, or its beginning.")
        private String id;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            DeadLetter letter = DeadLetterOperations.named(
                            DeadLetterOperations.box(options).open(), List.of(id))
                    .getFirst();
            DeadLetterTable table = new DeadLetterTable(spec.commandLine().getOut());
            if (json) {
                table.printJson(letter);
            } else {
                table.print(letter);
            }
            return ExitCode.OK.value();
        }
    }

    /** Sends them again. */
    @Command(
            name = "replay",
            description = {
                "Sends events to their topics again, as they were the first time, and takes them off the list.",
                "One that fails again comes back to the list under another id."
            },
            mixinStandardHelpOptions = true)
    static final class ReplayCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private SettingsOptions options;

        @Mixin
        private DeadLetterOperations.Choice choice;

        @Override
        public Integer call() {
            DeadLetterBox box = DeadLetterOperations.box(options);
            List<DeadLetter> letters = choice.of(spec, box);
            box.replay(letters);
            spec.commandLine().getOut().printf("Sent again: %d.%n", letters.size());
            return ExitCode.OK.value();
        }
    }

    /** Drops them. */
    @Command(
            name = "drop",
            description =
                    "Takes events off the list without sending them; what they should have done is then not done.",
            mixinStandardHelpOptions = true)
    static final class DropCommand implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Mixin
        private SettingsOptions options;

        @Mixin
        private DeadLetterOperations.Choice choice;

        @Override
        public Integer call() {
            DeadLetterBox box = DeadLetterOperations.box(options);
            List<DeadLetter> letters = choice.of(spec, box);
            box.drop(letters);
            spec.commandLine().getOut().printf("Dropped: %d.%n", letters.size());
            return ExitCode.OK.value();
        }
    }
}
