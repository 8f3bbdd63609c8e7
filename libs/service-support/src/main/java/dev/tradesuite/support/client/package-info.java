/**
 * Calls to other services: declarative HTTP clients with a pool, time-outs, a breaker and a bulkhead for each group.
 *
 * <p>A service declares an {@code @HttpExchange} interface in its {@code client} package and registers it with
 * {@code @ImportHttpServices(group = "risk", types = ...)};
 * {@link dev.tradesuite.support.client.ClientAutoConfiguration} does the rest. What goes wrong arrives as
 * {@link dev.tradesuite.support.client.ServiceUnavailableException} or
 * {@link dev.tradesuite.support.client.RemoteProblemException}.
 */
@NullMarked
package dev.tradesuite.support.client;

import org.jspecify.annotations.NullMarked;
