package dev.tradesuite.portfolio.config;

import dev.tradesuite.portfolio.account.Remarking;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Values the accounts anew once in a while, so that an account changes at most once in that time for new prices. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class MarkSchedule {

    private final Remarking remarking;

    MarkSchedule(Remarking remarking) {
        this.remarking = remarking;
    }

    @Scheduled(fixedDelayString = "${suite.portfolio.mark-interval}")
    void run() {
        remarking.run();
    }
}
