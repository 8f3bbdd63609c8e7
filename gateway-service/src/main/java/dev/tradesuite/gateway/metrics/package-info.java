/**
 * The gateway's metrics at a port of their own, for Prometheus and nobody else.
 *
 * <p>{@link dev.tradesuite.gateway.metrics.web.MetricsServer} answers there.
 */
@NullMarked
package dev.tradesuite.gateway.metrics;

import org.jspecify.annotations.NullMarked;
