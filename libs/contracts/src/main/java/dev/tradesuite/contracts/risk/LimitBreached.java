package dev.tradesuite.contracts.risk;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * An account went past a limit. Event {@code limit.breached} on {@code risk.events}, keyed by account.
 *
 * @param accountId account
 * @param check limit that was passed
 * @param measured value, in percent
 * @param limit limit, in percent
 * @param at when
 */
public record LimitBreached(String accountId, RiskCheckName check, BigDecimal measured, BigDecimal limit, Instant at) {}
