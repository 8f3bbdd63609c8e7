package dev.tradesuite.risk.account;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A person put right the highest equity of an account.
 *
 * @param accountId account
 * @param from what it was
 * @param to what it is now
 * @param reason why
 * @param person who
 * @param at when
 */
public record HighWaterMarkChange(
        String accountId, BigDecimal from, BigDecimal to, String reason, String person, Instant at) {}
