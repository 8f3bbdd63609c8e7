package dev.tradesuite.support.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests that may be repeated.
 *
 * @param required whether a request that could carry a key is refused without one
 * @param keep how long a key is remembered
 */
@ConfigurationProperties("suite.idempotency")
public record IdempotencySettings(@DefaultValue("false") boolean required, @DefaultValue("7d") Duration keep) {}
