package dev.tradesuite.gateway.route;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A service behind the front door.
 *
 * @param name such as {@code orchestrator}
 * @param url where it listens
 * @param paths patterns of the requests it answers, such as {@code /api/v1/risk/**}
 * @param responseTimeout how long it may take from the end of the request to the beginning of its answer
 */
public record BackendService(String name, URI url, List<String> paths, Duration responseTimeout) {

    public BackendService {
        paths = List.copyOf(paths);
    }

    /** Where the gateway shows the description of its API. */
    public String apiDocsPath() {
        return "/v3/api-docs/" + name;
    }
}
