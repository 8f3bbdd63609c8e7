/**
 * Backups of a suite: everything it keeps, in one file, and the way back.
 *
 * <p>{@link dev.tradesuite.launcher.backup.Backup} writes one, while the suite runs or not;
 * {@link dev.tradesuite.launcher.backup.Restore} makes a state folder of it.
 * {@link dev.tradesuite.launcher.backup.Manifest} says what is in the file.
 */
@NullMarked
package dev.tradesuite.launcher.backup;

import org.jspecify.annotations.NullMarked;
