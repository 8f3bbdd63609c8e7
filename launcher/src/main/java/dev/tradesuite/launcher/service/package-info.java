/**
 * The table of services: those that always start and those that start when asked for.
 *
 * <p>{@link dev.tradesuite.launcher.service.Services} is the one list; a new service is one line there, a strategy
 * controller is found on the class path, and everything else (ports, settings, order of the start, status) follows.
 */
@NullMarked
package dev.tradesuite.launcher.service;

import org.jspecify.annotations.NullMarked;
