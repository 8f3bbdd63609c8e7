package dev.tradesuite.launcher.host;

import org.jspecify.annotations.Nullable;

/**
 * What the services need to read and write events that are believed.
 *
 * @param kafkaPassword what Kafka asks for
 * @param signing signs the events
 * @param previousSigning signed them before; absent for none
 */
public record MessagingSecrets(String kafkaPassword, String signing, @Nullable String previousSigning) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "MessagingSecrets[hidden]";
    }
}
