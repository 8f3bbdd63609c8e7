package dev.tradesuite.portfolio.registry;

import java.util.Collection;
import java.util.Map;

/** Knows how asking the sources of strategies for returns went the last time. */
public interface LastFetches {

    /** By code; what was never asked is absent. */
    Map<String, LastFetch> of(Collection<String> codes);
}
