package dev.tradesuite.launcher.command;

import dev.tradesuite.launcher.client.Health;
import dev.tradesuite.launcher.home.RunState.PartState;
import dev.tradesuite.launcher.issuer.IssuerPart;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.port.PortProbe;
import dev.tradesuite.launcher.postgres.PostgresPart;
import java.net.URI;

/** Asks a part of a running suite whether it answers, each kind in its own way. */
final class PartProbe {

    private PartProbe() {}

    static boolean answers(PartState part) {
        return switch (part.name()) {
            case PostgresPart.NAME, KafkaPart.NAME -> PortProbe.answers(port(part.address()));
            case IssuerPart.NAME -> Health.issuerAnswers(part.address());
            default -> Health.isReady(part.address());
        };
    }

    /** The port of {@code localhost:19092} or {@code jdbc:postgresql://localhost:15432/suite}. */
    static int port(String address) {
        int scheme = address.lastIndexOf("//");
        return URI.create("tcp:" + (scheme < 0 ? "//" + address : address.substring(scheme)))
                .getPort();
    }
}
