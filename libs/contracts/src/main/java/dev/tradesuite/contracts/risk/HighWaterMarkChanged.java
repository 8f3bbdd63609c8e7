package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A person put right the highest equity of an account. Event {@code high_water_mark.changed} on {@code risk.events},
 * keyed by account.
 *
 * @param accountId account
 * @param from what it was, in the account currency
 * @param to what it is now
 * @param reason why
 * @param changedBy the person
 * @param changedAt when
 */
public record HighWaterMarkChanged(
        String accountId, BigDecimal from, BigDecimal to, String reason, String changedBy, Instant changedAt) {}
