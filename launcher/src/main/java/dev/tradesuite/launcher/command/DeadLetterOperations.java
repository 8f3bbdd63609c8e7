package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.deadletter.DeadLetter;
import dev.tradesuite.launcher.deadletter.DeadLetterBox;
import dev.tradesuite.launcher.home.RunState;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.kafka.KafkaAccess;
import dev.tradesuite.launcher.kafka.KafkaPart;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Which dead letters a command is about. */
final class DeadLetterOperations {

    private DeadLetterOperations() {}

    /** Those of the running suite. */
    static DeadLetterBox box(SettingsOptions options) {
        RunState state = options.requireRunning();
        Secrets secrets = Secrets.loadOrCreate(options.home().secrets());
        return new DeadLetterBox(KafkaAccess.of(Tokens.address(state, KafkaPart.NAME), secrets), Clock.systemUTC());
    }

    /** The letters with these ids, each given whole or by its beginning. */
    static List<DeadLetter> named(List<DeadLetter> open, List<String> ids) {
        List<DeadLetter> named = new ArrayList<>();
        for (String id : ids) {
            List<DeadLetter> found = open.stream()
                    .filter(letter -> !id.isBlank() && letter.id().startsWith(id.strip()))
                    .toList();
            if (found.size() != 1) {
                throw new SuiteException(
                        ExitCode.USAGE,
                        found.isEmpty()
                                ? "there is no dead letter '%s'; ./suite dead-letters list shows which there are"
                                        .formatted(id)
                                : "'%s' is the beginning of %d ids; give more of it".formatted(id, found.size()));
            }
            if (!named.contains(found.getFirst())) {
                named.add(found.getFirst());
            }
        }
        return named;
    }

    /** Ids, or all of them. */
    static final class Choice {

        @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids as listed, or their beginnings.")
        private @Nullable List<String> ids;

        @Option(names = "--all", description = "All that are listed.")
        private boolean all;

        @Option(names = "--topic", paramLabel = "TOPIC", description = "With --all: only those of this topic.")
        private @Nullable String topic;

        List<DeadLetter> of(CommandSpec spec, DeadLetterBox box) {
            boolean named = ids != null && !ids.isEmpty();
            if (named == all) {
                throw new ParameterException(spec.commandLine(), "say which: ids, or --all");
            }
            if (named && topic != null) {
                throw new ParameterException(spec.commandLine(), "--topic goes with --all");
            }
            List<DeadLetter> open = box.open();
            return ids != null && named
                    ? named(open, ids)
                    : open.stream()
                            .filter(letter -> topic == null || letter.topic().equals(topic))
                            .toList();
        }
    }
}
