package dev.tradesuite.support.instrument;

import dev.tradesuite.instruments.CatalogException;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.PriceCollar;
import dev.tradesuite.support.boot.ConfigMistake;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * The instruments there are: the shipped ones and those of the operator's file, read when a service asks for them; when
 * their markets are open, and how far their prices may be from known ones.
 */
@AutoConfiguration
@ConditionalOnClass(InstrumentCatalog.class)
@EnableConfigurationProperties({InstrumentSettings.class, PriceCollarSettings.class})
public class InstrumentAutoConfiguration {

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    InstrumentCatalog instrumentCatalog(InstrumentSettings settings) {
        try {
            InstrumentCatalog shipped = InstrumentCatalog.shipped();
            return settings.file() == null ? shipped : shipped.withOverlay(settings.file());
        } catch (CatalogException mistake) {
            throw new ConfigMistake(
                    String.valueOf(mistake.getMessage()), "Correct the file, or do not set suite.instruments.file.");
        }
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    MarketHours marketHours(InstrumentSettings settings) {
        try {
            MarketHours shipped = MarketHours.shipped();
            return settings.holidays() == null ? shipped : shipped.withHolidays(settings.holidays());
        } catch (CatalogException mistake) {
            throw new ConfigMistake(
                    String.valueOf(mistake.getMessage()),
                    "Correct the file, or do not set suite.instruments.holidays.");
        }
    }

    @Bean
    @Lazy
    @ConditionalOnMissingBean
    PriceCollar priceCollar(PriceCollarSettings settings) {
        try {
            return settings.collar();
        } catch (IllegalArgumentException mistake) {
            throw new ConfigMistake(
                    "suite.price-collar: " + mistake.getMessage(), "Correct the number, or do not set it.");
        }
    }
}
