package dev.tradesuite.support.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Refuses a token that never ends, or only long from now: one that leaks would be good for as long.
 *
 * <p>That a token has ended already is checked elsewhere, with every other token's end.
 */
final class TokenLifetime implements OAuth2TokenValidator<Jwt> {

    private final Duration longest;
    private final Clock clock;

    /** @param longest most that may be left of a token's life */
    TokenLifetime(Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
    }

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        Instant end = token.getExpiresAt();
        if (end == null) {
            return refused("The token has no end: exp is missing");
        }
        if (end.isAfter(clock.instant().plus(longest))) {
            return refused("The token ends too late: exp may be %s from now at most".formatted(longest));
        }
        return OAuth2TokenValidatorResult.success();
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
