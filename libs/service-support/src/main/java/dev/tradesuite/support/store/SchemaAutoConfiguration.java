package dev.tradesuite.support.store;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** Migrates the schema of a service, unless a newer build has made it. */
@AutoConfiguration
@ConditionalOnClass(FlywayMigrationStrategy.class)
public class SchemaAutoConfiguration {

    @Bean
    FlywayMigrationStrategy schemaGuard() {
        return new SchemaGuard();
    }
}
