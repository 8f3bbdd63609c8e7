/**
 * The two ways to host a service: in this JVM, or in a process of its own.
 *
 * <p>{@link dev.tradesuite.launcher.host.ServiceProperties} says how a service finds the other parts, the same for
 * both. {@link dev.tradesuite.launcher.host.InProcessService} is the usual way,
 * {@link dev.tradesuite.launcher.host.ForkedService} is for {@code --fork}.
 */
@NullMarked
package dev.tradesuite.launcher.host;

import org.jspecify.annotations.NullMarked;
