package dev.tradesuite.support.security;

import org.springframework.http.HttpMethod;

/**
 * An endpoint anybody may call without a token, because the request itself proves who calls: a bean of a service.
 *
 * @param method HTTP method
 * @param path path pattern, such as {@code /api/v1/webhooks/tradingview/*}
 */
public record OpenEndpoint(HttpMethod method, String path) {}
