package dev.tradesuite.support.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the other services are, and as whom this one calls them.
 *
 * @param services by group name, such as {@code risk}
 */
@ConfigurationProperties("suite")
record ClientSettings(@DefaultValue Map<String, Peer> services, ServiceClient serviceClient) {

    /**
     * One service to call.
     *
     * @param url where it is; absent for a group whose calls name their address themselves
     * @param timeout longest wait for an answer
     * @param connectTimeout longest wait for a connection
     * @param connections size of the pool; above the number of calls expected at once
     */
    record Peer(
            @Nullable URI url,
            @DefaultValue("2s") Duration timeout,
            @DefaultValue("1s") Duration connectTimeout,
            @DefaultValue("256") int connections) {}

    /**
     * Client credentials of the service itself.
     *
     * @param secret has no default: a secret everybody knows is none
     * @param tokenUri token endpoint of the issuer
     */
    record ServiceClient(String id, @Nullable String secret, URI tokenUri) {}
}
