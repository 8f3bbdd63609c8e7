package dev.tradesuite.signals.signal;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the explanation of signals together. */
@Configuration(proxyBeanMethods = false)
class PastSignalConfig {

    @Bean
    SignalDetailService signalDetailService(KeptSignalStore store) {
        return new SignalDetailService(store);
    }
}
