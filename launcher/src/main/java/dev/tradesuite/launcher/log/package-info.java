/**
 * Logs of a run: one file per part in the state folder, nothing on the console.
 *
 * <p>{@link dev.tradesuite.launcher.log.PartLogs} decides which file a line belongs to.
 */
@NullMarked
package dev.tradesuite.launcher.log;

import org.jspecify.annotations.NullMarked;
