package dev.tradesuite.contracts.signals;

import java.time.Instant;

/**
 * A ticket that opens the WebSocket feed once, for a browser, which can send no header there.
 *
 * @param ticket value of {@code ?ticket=}
 * @param expiresAt until when it may be used
 */
public record StreamTicketInfo(String ticket, Instant expiresAt) {}
