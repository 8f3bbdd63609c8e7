/**
 * What the launcher and the {@code ./suite} script agree on beside the command line: the jars in use and the
 * ahead-of-time cache.
 *
 * <p>Read {@link dev.tradesuite.launcher.startup.StartCache} first.
 */
@NullMarked
package dev.tradesuite.launcher.startup;

import org.jspecify.annotations.NullMarked;
