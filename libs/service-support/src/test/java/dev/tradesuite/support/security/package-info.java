/** Checks of tokens, with an issuer that comes and goes. */
@NullMarked
package dev.tradesuite.support.security;

import org.jspecify.annotations.NullMarked;
