/**
 * The services of the suite and the two ways to host them: in this JVM, or each in a process of its own.
 *
 * <p>{@link dev.tradesuite.launcher.service.Services} is the one list of services; a new service is one line there.
 * {@link dev.tradesuite.launcher.service.ServiceProperties} says how a service finds the other parts.
 */
@NullMarked
package dev.tradesuite.launcher.service;

import org.jspecify.annotations.NullMarked;
