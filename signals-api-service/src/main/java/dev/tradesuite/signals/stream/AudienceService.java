package dev.tradesuite.signals.stream;

import dev.tradesuite.support.access.OwnedBooks;
import dev.tradesuite.support.access.OwnerSource;
import java.util.List;
import java.util.Optional;

/**
 * Says whom news may reach: of an account its owner; of strategies on accounts and portfolios the owner of those; of
 * other strategies every reader. What is about nothing anybody knows reaches those alone who see all.
 */
public final class AudienceService {

    private static final String ACCOUNT = "account:";
    private static final String PORTFOLIO = "portfolio:";

    private final OwnerSource owners;
    private final StrategyBooks strategies;

    public AudienceService(OwnerSource owners, StrategyBooks strategies) {
        this.owners = owners;
        this.strategies = strategies;
    }

    /** Of an account. */
    public StreamAudience ofAccount(String accountId) {
        OwnedBooks books = OwnedBooks.account(accountId);
        return new StreamAudience.Owner(books.canExist() ? owners.ownerOf(books) : Optional.empty());
    }

    /** Of strategies; of two with different owners those alone who see all. */
    public StreamAudience ofStrategies(List<String> codes) {
        List<StreamAudience> restricted = codes.stream()
                .map(this::ofStrategy)
                .filter(audience -> !(audience instanceof StreamAudience.Readers))
                .distinct()
                .toList();
        if (codes.isEmpty() || restricted.size() > 1) {
            return new StreamAudience.Owner(Optional.empty());
        }
        return restricted.isEmpty() ? new StreamAudience.Readers() : restricted.getFirst();
    }

    private StreamAudience ofStrategy(String code) {
        Optional<String> source = strategies.source(code);
        if (source.isEmpty()) {
            return new StreamAudience.Owner(Optional.empty());
        }
        if (source.get().startsWith(ACCOUNT)) {
            return ofAccount(source.get().substring(ACCOUNT.length()));
        }
        return source.get().startsWith(PORTFOLIO)
                ? ofAccount("portfolio-" + source.get().substring(PORTFOLIO.length()))
                : new StreamAudience.Readers();
    }
}
