package dev.tradesuite.market.config;

import dev.tradesuite.market.MarketSource;
import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.market.file.FileMarketSource;
import dev.tradesuite.market.gamma.GammaMarketSource;
import dev.tradesuite.market.simulated.SimulatedMarketSource;
import java.nio.file.Path;
import java.time.Clock;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Makes the market source that the settings name. */
public final class MarketSources {

    /** Reads the venue's numbers as they are written. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private MarketSources() {}

    /**
     * The source of that kind.
     *
     * @throws IllegalArgumentException {@code kind} is {@code file} and no file is named
     */
    public static MarketSource of(MarketSourceSettings settings, Clock clock) {
        return switch (settings.kind()) {
            case FILE -> {
                Path path = settings.file();
                if (path == null) {
                    throw new IllegalArgumentException(
                            "suite.market-source.kind is file, so suite.market-source.file must name one");
                }
                yield new FileMarketSource(path, settings.maxAge().file(), JSON);
            }
            case GAMMA ->
                new GammaMarketSource(JSON, settings.gamma(), settings.maxAge().gamma(), clock);
            case SIMULATED -> new SimulatedMarketSource(settings.simulated(), clock);
        };
    }

    /** A file in the JSON of the Gamma API, however old it is. */
    public static MarketSource file(Path path) {
        return new FileMarketSource(path, null, JSON);
    }
}
