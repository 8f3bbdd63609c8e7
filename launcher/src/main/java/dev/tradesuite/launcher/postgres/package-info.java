/**
 * A real PostgreSQL server, unpacked from a Maven artifact and run on this machine's loopback.
 *
 * <p>{@link dev.tradesuite.launcher.postgres.PostgresPart} is the server as a part of the suite. The suite runs the
 * server's own programs itself, because the order of the stop, the durability settings and what happens to the server
 * when the launcher is killed must be certain.
 */
@NullMarked
package dev.tradesuite.launcher.postgres;

import org.jspecify.annotations.NullMarked;
