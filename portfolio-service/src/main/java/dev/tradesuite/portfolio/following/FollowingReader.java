package dev.tradesuite.portfolio.following;

import dev.tradesuite.portfolio.following.StrategyHoldings.Answer;
import java.util.List;
import java.util.Optional;

/** Tells how accounts follow the models of strategies. */
public final class FollowingReader {

    private final FollowingStore store;
    private final Followers followers;
    private final StrategyHoldings holdings;

    public FollowingReader(FollowingStore store, Followers followers, StrategyHoldings holdings) {
        this.store = store;
        this.followers = followers;
        this.holdings = holdings;
    }

    /**
     * How an account follows.
     *
     * @param follower what the strategy works with; empty when the account gave it nothing
     * @param signal the newest that was heard; empty before the first
     * @param held what the strategy holds
     * @param steps the newest first
     */
    public record View(
            FollowerKey key,
            Optional<Follower> follower,
            Optional<FollowedSignal> signal,
            Answer held,
            List<FollowStep> steps) {}

    /**
     * How an account follows the model of a strategy.
     *
     * @param symbol of the model
     * @param before only steps before this number
     * @param most at most so many steps
     */
    public View view(FollowerKey key, String symbol, Optional<Long> before, int most) {
        return new View(
                key, followers.find(key), store.find(key), holdings.held(key, symbol), store.steps(key, before, most));
    }
}
