package dev.tradesuite.launcher.port;

import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.settings.Ports;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks the ports of a run before anything is started on them. */
public final class PortCheck {

    private PortCheck() {}

    /**
     * A port another program has.
     *
     * @param name name of the part that wants it
     * @param port the port
     * @param owner who has it, in words
     */
    public record Taken(String name, int port, String owner) {

        /** What is wrong and how to put it right. */
        public String sentence() {
            return "port %d is in use by %s; end that program, or choose another port with --set %s=PORT"
                    .formatted(port, owner, Ports.settingOf(name));
        }
    }

    /**
     * Every port of the settings that is wanted and not free.
     *
     * @param unused names of the parts that do not start
     */
    public static List<Taken> taken(SuiteSettings settings, Collection<String> unused) {
        return settings.ports().byName().entrySet().stream()
                .filter(entry -> !unused.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue())
                .filter(entry -> !PortProbe.isFree(addressOf(entry.getKey(), settings), entry.getValue()))
                .map(entry -> new Taken(entry.getKey(), entry.getValue(), PortOwner.describe(entry.getValue())))
                .toList();
    }

    /** Throws when a port is taken; the message names every one. */
    public static void requireFree(SuiteSettings settings, Collection<String> unused) {
        List<Taken> taken = taken(settings, unused);
        if (!taken.isEmpty()) {
            throw new SuiteException(taken.stream().map(Taken::sentence).collect(Collectors.joining("\nsuite: ")));
        }
    }

    private static String addressOf(String name, SuiteSettings settings) {
        return switch (name) {
            case Ports.POSTGRES, Ports.KAFKA, Ports.KAFKA_CONTROLLER, Ports.GATEWAY_METRICS -> "127.0.0.1";
            default -> settings.bindAddress();
        };
    }
}
