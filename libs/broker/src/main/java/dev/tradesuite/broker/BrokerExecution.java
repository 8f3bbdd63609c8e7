package dev.tradesuite.broker;

import dev.tradesuite.instruments.Lots;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A fill at a broker.
 *
 * @param id unique; adapters of brokers with ids of another form derive one
 * @param lots filled
 * @param price in the quote currency
 * @param commission in the account currency
 * @param at when
 */
public record BrokerExecution(UUID id, Lots lots, BigDecimal price, BigDecimal commission, Instant at) {}
