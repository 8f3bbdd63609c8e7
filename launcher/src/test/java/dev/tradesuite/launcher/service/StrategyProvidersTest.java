package dev.tradesuite.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.strategy.selection.StrategyProvider;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

class StrategyProvidersTest {

    @Test
    void everyControllerOnTheClassPathIsFound() {
        assertThat(StrategyProvider.all())
                .extracting(provider -> provider.strategy().type())
                .containsExactly("momentum", "mean_reversion", "arbitrage", "hybrid");
    }

    @Test
    void portOfAControllerIsThatOfItsSettings() {
        assertThat(StrategyProvider.all()).allSatisfy(provider -> {
            YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
            yaml.setResources(new ClassPathResource(provider.serviceName() + ".yml"));
            Properties settings = yaml.getObject();
            assertThat(settings).containsEntry("server.port", provider.defaultPort());
        });
    }
}
