/**
 * The one front door: passes every request on to the service it is for.
 *
 * <p>It knows paths, not trades. Read {@link dev.tradesuite.gateway.route.BackendService} first, then
 * {@link dev.tradesuite.gateway.route.web.Routes}.
 */
@NullMarked
package dev.tradesuite.gateway;

import org.jspecify.annotations.NullMarked;
