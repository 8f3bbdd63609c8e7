package dev.tradesuite.ledger.account;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** Asks what an account holds at its broker. */
@FunctionalInterface
public interface BrokerLots {

    /** Lots by instrument, negative when short; empty when nobody can say. */
    Optional<Map<String, BigDecimal>> of(String accountId);
}
