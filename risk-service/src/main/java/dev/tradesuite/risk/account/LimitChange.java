package dev.tradesuite.risk.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person changed the limits of an account.
 *
 * @param accountId account
 * @param limits the new ones
 * @param reason why; absent when the person did not say
 * @param person who
 * @param at when
 */
public record LimitChange(String accountId, Limits limits, @Nullable String reason, String person, Instant at) {}
