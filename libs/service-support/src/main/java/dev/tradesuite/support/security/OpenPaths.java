package dev.tradesuite.support.security;

import java.util.List;
import java.util.Set;

/**
 * What may be read without a token where {@link OpenReads} says so: a bean of a service.
 *
 * @param reads whether it may
 * @param paths patterns of the addresses, for GET
 * @param authorities what may be done there without a token, and with any good one
 */
public record OpenPaths(OpenReads reads, List<String> paths, Set<String> authorities) {

    public OpenPaths {
        paths = List.copyOf(paths);
        authorities = Set.copyOf(authorities);
    }
}
