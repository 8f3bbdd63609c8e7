package dev.tradesuite.launcher.host;

/**
 * Where a service finds the parts every service shares.
 *
 * @param databaseUrl JDBC URL
 * @param databaseUser role that owns the database
 * @param databasePassword its password
 * @param kafka host and port
 * @param messaging secrets of Kafka and of the events
 * @param issuer URL of the token issuer
 * @param clientId client the services use among themselves
 * @param clientSecret its secret
 */
public record Endpoints(
        String databaseUrl,
        String databaseUser,
        String databasePassword,
        String kafka,
        MessagingSecrets messaging,
        String issuer,
        String clientId,
        String clientSecret) {

    /** Leaves the secrets out. */
    @Override
    public String toString() {
        return "Endpoints[%s, %s, %s]".formatted(databaseUrl, kafka, issuer);
    }
}
