package dev.tradesuite.signals.imported;

import dev.tradesuite.support.store.UnitOfWork;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the import of recorded trades together. */
@Configuration(proxyBeanMethods = false)
class ImportedConfig {

    @Bean
    RecordImportService recordImportService(RecordStore store, UnitOfWork work, Clock clock) {
        return new RecordImportService(store, work, clock);
    }
}
