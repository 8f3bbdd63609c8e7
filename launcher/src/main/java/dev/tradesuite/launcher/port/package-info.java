/**
 * Whether a TCP port is free, and who has it when it is not.
 *
 * <p>{@link dev.tradesuite.launcher.port.PortProbe} answers both.
 */
@NullMarked
package dev.tradesuite.launcher.port;

import org.jspecify.annotations.NullMarked;
