package dev.tradesuite.support.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradesuite.support.boot.ConfigMistake;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class StrategyAddressesTest {

    @Test
    void strategyIsOneSetting() {
        StrategyAddresses addresses = with(
                Map.of(
                        "suite.strategies.pairs_trading.url", "http://pairs:8020",
                        "suite.strategies.momentum.url", "http://momentum:8002"),
                Map.of());

        assertThat(addresses.types()).containsExactly("momentum", "pairs_trading");
        assertThat(addresses.of("pairs_trading")).contains(URI.create("http://pairs:8020"));
        assertThat(addresses.of("astrology")).isEmpty();
    }

    @Test
    void environmentNamesTheSameTypeAndWins() {
        StrategyAddresses addresses = with(
                Map.of("suite.strategies.mean_reversion.url", "http://file:1"),
                Map.of("SUITE_STRATEGIES_MEAN_REVERSION_URL", "http://environment:2"));

        assertThat(addresses.types()).containsExactly("mean_reversion");
        assertThat(addresses.of("mean_reversion")).contains(URI.create("http://environment:2"));
    }

    @Test
    void kebabCaseIsTheSameTypeToo() {
        assertThat(with(Map.of("suite.strategies.mean-reversion.url", "http://file:1"), Map.of())
                        .of("mean_reversion"))
                .contains(URI.create("http://file:1"));
    }

    @Test
    void emptyAddressTakesAStrategyOut() {
        assertThat(with(
                                Map.of("suite.strategies.hybrid.url", "http://file:1"),
                                Map.of("SUITE_STRATEGIES_HYBRID_URL", ""))
                        .types())
                .isEmpty();
    }

    @Test
    void addressThatLeadsNowhereIsAMistake() {
        assertThatThrownBy(() -> with(Map.of("suite.strategies.hybrid.url", "localhost:8007"), Map.of()))
                .isInstanceOf(ConfigMistake.class)
                .hasMessageContaining("suite.strategies.hybrid.url");
    }

    @Test
    void portIsKnownWhenItIsNotWritten() {
        assertThat(StrategyAddresses.port(URI.create("http://localhost:8002"))).isEqualTo(8002);
        assertThat(StrategyAddresses.port(URI.create("http://momentum"))).isEqualTo(80);
        assertThat(StrategyAddresses.port(URI.create("https://momentum"))).isEqualTo(443);
    }

    private static StrategyAddresses with(Map<String, Object> file, Map<String, Object> environment) {
        StandardEnvironment settings = new StandardEnvironment();
        settings.getPropertySources()
                .forEach(source -> settings.getPropertySources().remove(source.getName()));
        settings.getPropertySources()
                .addLast(new SystemEnvironmentPropertySource(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, environment));
        settings.getPropertySources().addLast(new MapPropertySource("file", file));
        return StrategyAddresses.of(settings);
    }
}
