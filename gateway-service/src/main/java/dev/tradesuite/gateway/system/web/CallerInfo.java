package dev.tradesuite.gateway.system.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param name as people know them
 * @param subject of the token
 * @param client program the token was given to; absent where the token does not say
 * @param scopes of the token, sorted
 * @param expiresAt end of the token; absent where it has none
 * @param mode LIVE where a broker trades with money, else PAPER; absent while the orchestrator does not tell
 * @param serverTime the gateway's clock
 */
record CallerInfo(
        String name,
        @Nullable String subject,
        @Nullable String client,
        List<String> scopes,
        @Nullable Instant expiresAt,
        @Nullable String mode,
        Instant serverTime) {}
