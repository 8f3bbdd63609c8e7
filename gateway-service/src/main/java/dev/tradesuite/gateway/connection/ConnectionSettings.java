package dev.tradesuite.gateway.connection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long a client may take.
 *
 * @param headerTimeout from the connection to the end of the first request's headers
 * @param idleTimeout from an answer to the end of the next request's headers
 * @param bodyTimeout between two packets of a body
 * @param wholeBodyTimeout from the headers to the end of a body; a second more for each 16 KB that have come
 * @param answerTimeout how long a client may take nothing of an answer that waits for it
 */
@ConfigurationProperties("suite.gateway.connection")
public record ConnectionSettings(
        Duration headerTimeout,
        Duration idleTimeout,
        Duration bodyTimeout,
        Duration wholeBodyTimeout,
        Duration answerTimeout) {}
