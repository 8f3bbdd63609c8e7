package dev.tradesuite.ledger.account;

import java.util.List;

/** What the accounts were worth after each of their changes; the oldest points of an account make room for new ones. */
public interface EquityHistory {

    /** Stores a point. */
    void add(String accountId, EquityPoint point);

    /** Points of an account, the oldest first. */
    List<EquityPoint> points(String accountId, Span span);
}
