package dev.tradesuite.sizing.config;

import dev.tradesuite.instruments.CatalogException;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.sizing.position.RiskPercent;
import dev.tradesuite.support.boot.ConfigMistake;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes the objects of the domain from the settings. */
@Configuration(proxyBeanMethods = false)
class SizingConfiguration {

    @Bean
    InstrumentCatalog instrumentCatalog(InstrumentSettings settings) {
        InstrumentCatalog shipped = InstrumentCatalog.shipped();
        if (settings.file() == null) {
            return shipped;
        }
        try {
            return shipped.withOverlay(settings.file());
        } catch (CatalogException mistake) {
            throw new ConfigMistake(
                    String.valueOf(mistake.getMessage()), "Correct the file, or do not set suite.instruments.file.");
        }
    }

    @Bean
    RiskPercent defaultRisk(SizingSettings settings) {
        return new RiskPercent(settings.defaultRiskPercent());
    }
}
