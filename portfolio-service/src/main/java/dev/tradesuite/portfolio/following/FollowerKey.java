package dev.tradesuite.portfolio.following;

/** A strategy in an account that follows its model. */
public record FollowerKey(String accountId, String strategy) {

    @Override
    public String toString() {
        return strategy + " in " + accountId;
    }
}
