package dev.tradesuite.controller.history;

import dev.tradesuite.controller.history.store.JdbcPriceStore;
import dev.tradesuite.strategy.selection.StrategyProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** The stored prices of a controller that has a database; the others have no JDBC on their class path. */
@AutoConfiguration(
        afterName = {
            "dev.tradesuite.support.boot.BaseAutoConfiguration",
            "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration"
        })
@ConditionalOnClass(name = "org.springframework.jdbc.core.simple.JdbcClient")
@ConditionalOnBean(value = StrategyProvider.class, type = "org.springframework.jdbc.core.simple.JdbcClient")
@EnableConfigurationProperties(PriceHistorySettings.class)
@Import(JdbcPriceStore.class)
public class PriceHistoryConfig {}
