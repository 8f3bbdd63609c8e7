package dev.tradesuite.ledger.config;

import dev.tradesuite.ledger.account.Remarking;
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

    @Scheduled(fixedDelayString = "${suite.ledger.mark-interval}")
    void run() {
        remarking.run();
    }
}
