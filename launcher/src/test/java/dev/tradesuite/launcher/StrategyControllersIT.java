package dev.tradesuite.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.strategy.selection.StrategyProvider;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

/** What the launcher finds beside itself when it is packaged. */
@ResourceLock("this process")
class StrategyControllersIT {

    @Test
    void everyControllerIsFoundWithoutALineInTheLauncher() {
        assertThat(StrategyJars.providers())
                .extracting(provider -> provider.strategy().type())
                .contains("momentum", "mean_reversion", "arbitrage", "hybrid");
    }

    @Test
    void portOfAControllerIsThatOfItsSettings() {
        assertThat(StrategyJars.providers()).allSatisfy(provider -> assertThat(settings(provider))
                .containsEntry("server.port", provider.defaultPort()));
    }

    private static Properties settings(StrategyProvider provider) {
        YamlPropertiesFactoryBean yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource(
                provider.serviceName() + ".yml", provider.application().getClassLoader()));
        return Objects.requireNonNull(yaml.getObject());
    }
}
