package dev.tradesuite.ledger.config;

import dev.tradesuite.ledger.account.Books;
import dev.tradesuite.ledger.account.Currencies;
import dev.tradesuite.ledger.config.PortfolioSettings.DefaultAccount;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Opens the default account when it is not there, before the service says it is ready. */
@Component
class DefaultAccountOpening implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DefaultAccountOpening.class);

    private final Books books;
    private final Currencies currencies;
    private final DefaultAccount wanted;

    DefaultAccountOpening(Books books, Currencies currencies, PortfolioSettings settings) {
        this.books = books;
        this.currencies = currencies;
        this.wanted = settings.defaultAccount();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted.enabled()) {
            requireKnown(wanted.currency());
            books.open(wanted.toNewAccount())
                    .ifPresent(account -> LOG.info(
                            "Opened account {} with {} {}",
                            account.id(),
                            account.balance().toPlainString(),
                            account.currency()));
        }
    }

    private void requireKnown(String currency) {
        if (!currencies.isKnown(currency)) {
            throw new IllegalStateException("suite.ledger.default-account.currency is %s, must be one of %s"
                    .formatted(currency, currencies.known()));
        }
    }
}
