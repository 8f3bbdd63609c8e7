package dev.tradesuite.ledger.account;

import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.ledger.account.client.AccountOrdersApi;
import dev.tradesuite.ledger.account.client.AccountRiskApi;
import dev.tradesuite.ledger.account.client.BookedFillsApi;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import dev.tradesuite.support.event.EventTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes the books of accounts, opens the default account, and values accounts anew once in a while. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(AccountSettings.class)
@ImportHttpServices(
        group = "orchestrator",
        types = {AccountOrdersApi.class, BookedFillsApi.class})
@ImportHttpServices(group = "risk", types = AccountRiskApi.class)
@Import({
    BookingService.Ledger.class,
    BookingService.class,
    CashFlowService.class,
    AccountService.class,
    AccountQueries.class,
    FillCatchUp.class,
    Remarking.class,
    Currencies.class
})
class AccountConfig {

    private static final Logger LOG = LoggerFactory.getLogger(AccountConfig.class);

    @Bean
    KafkaAdmin.NewTopics topics() {
        return EventTopics.of(Topics.LEDGER_EVENTS);
    }

    /** Opens the default account when it is not there, before the service says it is ready. */
    @Bean
    ApplicationRunner defaultAccount(BookingService books, Currencies currencies, AccountSettings settings) {
        AccountSettings.DefaultAccount wanted = settings.defaultAccount();
        return _ -> {
            if (wanted.enabled()) {
                if (!currencies.isKnown(wanted.currency())) {
                    throw new IllegalStateException("suite.ledger.default-account.currency is %s, must be one of %s"
                            .formatted(wanted.currency(), currencies.known()));
                }
                books.open(wanted.toOpening())
                        .ifPresent(account -> LOG.info(
                                "Opened account {} with {} {}",
                                account.id(),
                                account.balance().toPlainString(),
                                account.currency()));
            }
        };
    }

    /** Asks the orchestrator once in a while for fills that no event has told of, the first time soon after a start. */
    @Component
    static class CatchUpSchedule {

        private final FillCatchUp catchUp;

        CatchUpSchedule(FillCatchUp catchUp) {
            this.catchUp = catchUp;
        }

        @Scheduled(initialDelayString = "5s", fixedDelayString = "${suite.ledger.catch-up-interval}")
        void run() {
            try {
                catchUp.run();
            } catch (ServiceUnavailableException | RemoteProblemException e) {
                LOG.debug("Fills that no event has told of are asked for the next time: {}", e.getMessage());
            }
        }
    }

    /** An account changes at most once in the interval for new prices. */
    @Component
    static class MarkSchedule {

        private final Remarking remarking;

        MarkSchedule(Remarking remarking) {
            this.remarking = remarking;
        }

        @Scheduled(fixedDelayString = "${suite.ledger.mark-interval}")
        void run() {
            remarking.run();
        }
    }
}
