/**
 * How the suite is: which services answer, how fast, and what waits in them; and who is asking.
 *
 * <p>{@link dev.tradesuite.gateway.system.SystemStatusService} asks every service at once;
 * {@link dev.tradesuite.gateway.system.ServiceTraffic} counts what went through this door in the last minutes.
 */
@NullMarked
package dev.tradesuite.gateway.system;

import org.jspecify.annotations.NullMarked;
