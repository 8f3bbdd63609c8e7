package dev.tradesuite.contracts.orchestrator;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A broker holds another position than the books say, or no longer. Event {@code broker.difference} on
 * {@code orders.events}, keyed by account.
 *
 * @param accountId account
 * @param symbol instrument
 * @param broker its broker
 * @param brokerLots lots it holds, negative when short
 * @param bookLots lots the books say, negative when short
 * @param since when they were first seen to be so far apart
 * @param clearedAt when they were seen to agree again; absent while they do not
 */
public record BrokerDifference(
        String accountId,
        String symbol,
        String broker,
        BigDecimal brokerLots,
        BigDecimal bookLots,
        Instant since,
        @Nullable Instant clearedAt) {}
