/**
 * Bearer tokens: every request needs one, except for health, metrics and the API description.
 *
 * <p>Which scope a call needs stands at the controller, as {@code @PreAuthorize("hasAuthority('SCOPE_trade:read')")}.
 */
@NullMarked
package dev.tradesuite.support.security;

import org.jspecify.annotations.NullMarked;
