package dev.tradesuite.portfolio.following;

import java.util.List;
import java.util.Optional;

/** Who follows which model: strategies on models that an account gave capital. */
public interface Followers {

    /** Those on models of an instrument, whatever their state. */
    List<Follower> of(String symbol);

    /** One; empty when the account gave the strategy nothing, or it is on no model. */
    Optional<Follower> find(FollowerKey key);
}
