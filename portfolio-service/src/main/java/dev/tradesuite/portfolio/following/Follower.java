package dev.tradesuite.portfolio.following;

import dev.tradesuite.contracts.portfolio.LifecycleState;
import java.math.BigDecimal;

/**
 * A strategy on a model, and what it works with in an account.
 *
 * @param model code of the model, such as {@code ML_XGB}
 * @param state how far the strategy has come
 * @param share of the account
 */
public record Follower(FollowerKey key, String model, LifecycleState state, Share share) {

    /**
     * What a strategy works with.
     *
     * @param capital in the currency of the account, 0 or more
     * @param weight share of the account that was meant
     * @param version grows when capital or weight change
     */
    public record Share(BigDecimal capital, double weight, long version) {}

    /** Whether its state lets it open positions. */
    boolean mayOpen() {
        return state == LifecycleState.PAPER || state == LifecycleState.LIVE;
    }
}
