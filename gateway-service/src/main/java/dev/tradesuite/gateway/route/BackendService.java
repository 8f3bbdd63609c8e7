package dev.tradesuite.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A service behind the front door.
 *
 * @param name such as {@code orchestrator}
 * @param url where it listens
 * @param paths patterns of the requests it answers, such as {@code /api/v1/risk/**}
 * @param internal what of them only services call; here nobody answers
 * @param change how a path becomes the service's own; empty: it stays as it is
 * @param responseTimeout how long it may take from the end of the request to the beginning of its answer
 */
public record BackendService(
        String name,
        URI url,
        List<String> paths,
        List<InternalEndpoint> internal,
        Optional<PathChange> change,
        Duration responseTimeout) {

    public BackendService {
        paths = List.copyOf(paths);
        internal = List.copyOf(internal);
    }

    /**
     * How a path here becomes the path there, where the two differ.
     *
     * @param here beginning of the path at the gateway
     * @param there what the service has in its place
     */
    public record PathChange(String here, String there) {}

    /** The controller of a strategy: {@code /strategies/momentum/info} is its {@code /strategy/info}. */
    public static BackendService strategy(String type, URI url, Duration responseTimeout) {
        String here = "/strategies/" + type;
        return new BackendService(
                "strategy-" + type,
                url,
                List.of(here + "/**"),
                List.of(new InternalEndpoint(Optional.empty(), here + "/execute-full-cycle")),
                Optional.of(new PathChange(here, "/strategy")),
                responseTimeout);
    }

    /**
     * Whether a request of one of its paths is for services only.
     *
     * @param path decoded
     */
    public boolean isInternal(String method, String path) {
        return internal.stream().anyMatch(endpoint -> endpoint.matches(method, path));
    }

    /** Where the gateway shows the description of its API. */
    public String apiDocsPath() {
        return "/v3/api-docs/" + name;
    }
}
