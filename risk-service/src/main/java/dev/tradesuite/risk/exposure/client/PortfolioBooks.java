package dev.tradesuite.risk.exposure.client;

import dev.tradesuite.risk.exposure.BooksSource;
import dev.tradesuite.risk.exposure.wire.BooksReports;
import dev.tradesuite.support.client.RemoteProblemException;
import dev.tradesuite.support.client.ServiceUnavailableException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The books as portfolio-service has them. */
@Component
class PortfolioBooks implements BooksSource {

    private final PortfolioApi portfolio;

    PortfolioBooks(PortfolioApi portfolio) {
        this.portfolio = portfolio;
    }

    @Override
    public Answer ask(String accountId) {
        try {
            return new Answer.Found(BooksReports.read(portfolio.account(accountId)));
        } catch (RemoteProblemException e) {
            return e.status() == HttpStatus.NOT_FOUND.value()
                    ? new Answer.NoSuchAccount()
                    : new Answer.Unavailable(
                            "the books refuse to tell of account " + accountId + ": " + e.getMessage());
        } catch (ServiceUnavailableException e) {
            return new Answer.Unavailable("the books of account " + accountId + " cannot be read: " + e.getMessage());
        }
    }
}
