package dev.tradesuite.portfolio.lifecycle;

import java.util.Map;
import java.util.Set;

/** The target portfolios, as far as steps and rotation change them. */
public interface TargetWeights {

    /** Who changes weights, and why. */
    record Change(Cause cause, String person, String reason) {}

    /** What makes weights change. */
    enum Cause {
        /** A strategy was suspended or retired. */
        LIFECYCLE,
        /** A proposal of rotation was carried out. */
        ROTATION
    }

    /** Weights of a strategy above 0 in the newest target portfolios, by account. */
    Map<String, Double> of(String code);

    /** Accounts in which a strategy has a weight or capital. */
    Set<String> accounts(String code);

    /**
     * Makes a new version of the target portfolio of an account, in the transaction under way.
     *
     * @param weights by strategy; what is not named stays
     */
    void change(String account, Map<String, Double> weights, Change change);
}
