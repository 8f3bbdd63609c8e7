package dev.tradesuite.signals.activity;

import dev.tradesuite.signals.stream.AudienceService;
import dev.tradesuite.signals.stream.StrategyBooks;
import dev.tradesuite.signals.stream.StreamAudience;
import java.util.List;
import java.util.Set;

/**
 * Says whom something may be shown to: of an account its owner; of strategies on accounts and portfolios whoever owns
 * all of those; of other strategies every reader; of a strategy nobody knows administrators alone.
 */
public final class ActivityReachService {

    private final StrategyBooks strategies;
    private final AudienceService audiences;

    public ActivityReachService(StrategyBooks strategies, AudienceService audiences) {
        this.strategies = strategies;
        this.audiences = audiences;
    }

    /** Of strategies. */
    public ActivityReach ofStrategies(List<String> codes) {
        return strategies
                .accounts(codes)
                .<ActivityReach>map(
                        books -> books.isEmpty() ? new ActivityReach.Readers() : new ActivityReach.Books(books))
                .orElseGet(ActivityReach.Administrators::new);
    }

    /** Whom a message of the feed about it may reach: those who find it in the list. */
    public StreamAudience audience(ActivityReach reach) {
        return switch (reach) {
            case ActivityReach.Readers() -> new StreamAudience.Readers();
            case ActivityReach.Administrators() -> StreamAudience.administrators();
            case ActivityReach.Books(Set<String> accounts) -> audiences.ofAccounts(accounts);
        };
    }
}
