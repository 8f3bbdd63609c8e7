package dev.tradesuite.signals.equity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the equity curves together. */
@Configuration(proxyBeanMethods = false)
class EquityConfig {

    @Bean
    AccountCurveService accountCurveService(CurveStore store) {
        return new AccountCurveService(store);
    }
}
