package dev.tradesuite.signals.series;

import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.boot.ConfigMistake;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the selection of accounts together. */
@Configuration(proxyBeanMethods = false)
class SeriesConfig {

    @Bean
    SelectionService selectionService(SeriesStore store, SeriesSettings settings, InstrumentCatalog catalog) {
        return new SelectionService(
                store, Optional.ofNullable(settings.defaultSymbol()).map(symbol -> known(symbol, catalog)));
    }

    private static String known(String symbol, InstrumentCatalog catalog) {
        return catalog.find(symbol)
                .map(Instrument::symbol)
                .orElseThrow(() -> new ConfigMistake(
                        "suite.signals.default-symbol is %s, which is no known instrument".formatted(symbol),
                        "Name one of the catalogue, or leave the setting out."));
    }
}
