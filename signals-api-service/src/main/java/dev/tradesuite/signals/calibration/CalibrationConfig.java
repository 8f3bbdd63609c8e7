package dev.tradesuite.signals.calibration;

import dev.tradesuite.accounting.paper.FillCostTable;
import dev.tradesuite.instruments.InstrumentCatalog;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the calibration together. */
@Configuration(proxyBeanMethods = false)
class CalibrationConfig {

    @Bean
    CalibrationService calibrationService(ForecastStore store, InstrumentCatalog catalog) {
        return new CalibrationService(store, catalog, FillCostTable.shipped());
    }
}
