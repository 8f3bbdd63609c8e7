/**
 * Tokens at the door: a bad one goes no further, so that a limit for each holder means something.
 *
 * <p>What a token allows is not decided here. Every service checks the token it is passed, and its scopes.
 */
@NullMarked
package dev.tradesuite.gateway.token;

import org.jspecify.annotations.NullMarked;
