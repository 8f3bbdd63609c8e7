/**
 * What every service shares: start-up, settings, errors, security, calls to other services, events.
 *
 * <p>Start with {@link dev.tradesuite.support.SuiteApplication}: a service's main method calls it, and everything else
 * here is auto-configuration that follows the features the service declares in {@code suite.features}.
 */
@NullMarked
package dev.tradesuite.support;

import org.jspecify.annotations.NullMarked;
