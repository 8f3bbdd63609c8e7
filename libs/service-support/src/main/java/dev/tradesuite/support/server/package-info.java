/**
 * How Tomcat treats connections: what is begun is ended in time, or cut off.
 *
 * <p>{@link dev.tradesuite.support.server.HeaderDeadline} is put on every server; read
 * {@link dev.tradesuite.support.server.DeadlineProtocol} next.
 */
@NullMarked
package dev.tradesuite.support.server;

import org.jspecify.annotations.NullMarked;
