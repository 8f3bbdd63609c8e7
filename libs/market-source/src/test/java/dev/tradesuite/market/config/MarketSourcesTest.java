package dev.tradesuite.market.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradesuite.market.MarketSourceSettings;
import dev.tradesuite.market.MarketSourceSettings.Kind;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MarketSourcesTest {

    private final FixedClock clock = FixedClock.at("2026-01-31T18:00:00Z");

    @Test
    void simulatesWithoutAnySetting() {
        MarketSourceSettings settings = bind(Map.of());
        assertThat(settings.kind()).isEqualTo(Kind.SIMULATED);
        assertThat(settings.gamma().timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(MarketSources.of(settings, clock).kind()).isEqualTo("simulated");
    }

    @Test
    void makesTheKindThatIsSet() {
        assertThat(MarketSources.of(
                                bind(Map.of(
                                        "suite.market-source.kind", "gamma",
                                        "suite.market-source.gamma.url", "http://127.0.0.1:4010")),
                                clock)
                        .kind())
                .isEqualTo("gamma");
        assertThat(MarketSources.of(
                                bind(Map.of(
                                        "suite.market-source.kind", "file",
                                        "suite.market-source.file", "markets.json")),
                                clock)
                        .kind())
                .isEqualTo("file");
    }

    @Test
    void fileNeedsAName() {
        MarketSourceSettings settings = bind(Map.of("suite.market-source.kind", "file"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MarketSources.of(settings, clock))
                .withMessageContaining("suite.market-source.file must name one");
    }

    private static MarketSourceSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("suite.market-source", MarketSourceSettings.class);
    }
}
