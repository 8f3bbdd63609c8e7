package dev.tradesuite.support.idempotency;

/**
 * What makes two requests the same.
 *
 * @param client who asks; the keys of one client mean nothing to another
 * @param value the key the client gave
 * @param fingerprint of what is asked; a key stands for one request only
 */
public record RequestKey(String client, String value, String fingerprint) {}
