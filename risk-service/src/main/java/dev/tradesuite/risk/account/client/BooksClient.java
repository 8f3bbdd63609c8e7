package dev.tradesuite.risk.account.client;

import dev.tradesuite.risk.account.BooksSource;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The books as ledger-service has them. */
@Component
class BooksClient implements BooksSource {

    private static final Logger LOG = LoggerFactory.getLogger(BooksClient.class);

    private final BooksApi ledger;

    BooksClient(BooksApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public Answer ask(String accountId) {
        try {
            return new Answer.Found(BooksMapper.report(ledger.account(accountId)));
        } catch (RemoteProblemException e) {
            if (e.status() == HttpStatus.NOT_FOUND.value()) {
                return new Answer.NoSuchAccount();
            }
            LOG.warn("Account {} cannot be read: {}", accountId, e.getMessage());
            return new Answer.Unavailable("the books of account %s cannot be read: ledger-service answered %d %s"
                    .formatted(accountId, e.status(), e.problem().code()));
        } catch (ServiceUnavailableException e) {
            return new Answer.Unavailable("the books of account " + accountId + " cannot be read: " + e.getMessage());
        }
    }
}
