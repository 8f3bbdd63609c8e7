package dev.tradesuite.market;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which markets the strategies see.
 *
 * @param kind where they come from
 * @param file of kind {@code file}: JSON as the Gamma API writes it, events with their markets or markets with their
 *     events; gzip-compressed when the name ends in {@code .gz}
 * @param maxAge how old what was read may be for a trade
 * @param gamma how the Gamma API is called
 * @param simulated what the simulator makes
 */
@ConfigurationProperties("suite.market-source")
public record MarketSourceSettings(
        @DefaultValue("simulated") Kind kind,
        @Nullable Path file,
        @DefaultValue MaxAge maxAge,
        @DefaultValue Gamma gamma,
        @DefaultValue Simulated simulated) {

    /** Where markets come from. */
    public enum Kind {
        FILE,
        GAMMA,
        SIMULATED
    }

    /**
     * How old what was read may be for a trade; beyond, positions are valued and settled by it and nothing is traded.
     *
     * @param file since the newest change of a market in it
     * @param gamma since it was asked
     */
    public record MaxAge(@DefaultValue("24h") Duration file, @DefaultValue("5m") Duration gamma) {}

    /**
     * How the Gamma API is called.
     *
     * @param url its base address
     * @param pageSize events or markets asked for in one call
     * @param maxPages calls for one snapshot; what lies beyond is left out with a warning
     * @param requestsPerSecond how many calls are made at most
     * @param timeout for one call, connecting included
     * @param attempts how often one call is tried
     * @param firstRetry pause before the second attempt; each further one waits twice as long, less a random part
     * @param longestRetry the longest pause; when the venue asks for a longer one, the call has failed
     * @param cache how long a snapshot is used again; controllers of many portfolios then read the venue once
     */
    public record Gamma(
            @DefaultValue("https://gamma-api.polymarket.com") URI url,
            @DefaultValue("100") int pageSize,
            @DefaultValue("20") int maxPages,
            @DefaultValue("5") double requestsPerSecond,
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("4") int attempts,
            @DefaultValue("500ms") Duration firstRetry,
            @DefaultValue("15s") Duration longestRetry,
            @DefaultValue("30s") Duration cache) {

        public Gamma {
            atLeastOne("page-size", pageSize);
            atLeastOne("max-pages", maxPages);
            atLeastOne("attempts", attempts);
            if (!(requestsPerSecond > 0)) {
                throw new IllegalArgumentException("requests-per-second must be above 0, was " + requestsPerSecond);
            }
        }
    }

    /**
     * What the simulator makes.
     *
     * @param seed another one makes other markets; the same one makes the same markets everywhere
     * @param events open at any moment
     */
    public record Simulated(@DefaultValue("42") long seed, @DefaultValue("24") int events) {

        public Simulated {
            atLeastOne("events", events);
        }
    }

    private static void atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
