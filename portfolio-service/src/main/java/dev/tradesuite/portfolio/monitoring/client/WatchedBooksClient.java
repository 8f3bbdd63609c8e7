package dev.tradesuite.portfolio.monitoring.client;

import dev.tradesuite.portfolio.monitoring.WatchedAccount;
import dev.tradesuite.portfolio.monitoring.WatchedBooks;
import dev.tradesuite.support.client.RemoteProblemException;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks ledger-service for accounts. */
@Component
final class WatchedBooksClient implements WatchedBooks {

    private static final int NOT_FOUND = 404;

    private final WatchedBooksApi ledger;

    WatchedBooksClient(WatchedBooksApi ledger) {
        this.ledger = ledger;
    }

    @Override
    public List<WatchedAccount> accounts() {
        return ledger.all().stream().map(WatchedAccountMapper::account).toList();
    }

    @Override
    public Optional<WatchedAccount> find(String id) {
        try {
            return Optional.of(WatchedAccountMapper.account(ledger.account(id)));
        } catch (RemoteProblemException e) {
            if (e.status() == NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
