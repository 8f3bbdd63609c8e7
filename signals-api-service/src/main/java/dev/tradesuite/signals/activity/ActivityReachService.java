package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.signals.stream.StrategyBooks;
import dev.tradesuite.signals.stream.StreamAudience;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says whom something may be shown to: of an account its owner; of strategies on accounts and portfolios whoever owns
 * all of those; of other strategies every reader; of a strategy nobody knows administrators alone.
 */
public final class ActivityReachService {

    private static final String ACCOUNT = "account:";
    private static final String PORTFOLIO = "portfolio:";

    private final StrategyBooks strategies;
    private final AudienceService audiences;

    public ActivityReachService(StrategyBooks strategies, AudienceService audiences) {
        this.strategies = strategies;
        this.audiences = audiences;
    }

    /** Of strategies. */
    public ActivityReach ofStrategies(List<String> codes) {
        Set<String> books = new HashSet<>();
        for (String code : codes) {
            Optional<String> source = strategies.source(code);
            if (source.isEmpty()) {
                return new ActivityReach.Administrators();
            }
            if (source.get().startsWith(ACCOUNT)) {
                books.add(source.get().substring(ACCOUNT.length()));
            } else if (source.get().startsWith(PORTFOLIO)) {
                books.add("portfolio-" + source.get().substring(PORTFOLIO.length()));
            }
        }
        if (codes.isEmpty()) {
            return new ActivityReach.Administrators();
        }
        return books.isEmpty() ? new ActivityReach.Readers() : new ActivityReach.Books(books);
    }

    /** Whom a message of the feed about it may reach: of books with different owners those alone who see all. */
    public StreamAudience audience(ActivityReach reach) {
        return switch (reach) {
            case ActivityReach.Readers() -> new StreamAudience.Readers();
            case ActivityReach.Administrators() -> new StreamAudience.Owner(Optional.empty());
            case ActivityReach.Books(Set<String> accounts) -> {
                List<StreamAudience> owners =
                        accounts.stream().map(audiences::ofAccount).distinct().toList();
                yield owners.size() == 1 ? owners.getFirst() : new StreamAudience.Owner(Optional.empty());
            }
        };
    }
}
