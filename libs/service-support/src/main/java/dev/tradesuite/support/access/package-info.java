/**
 * Whose accounts and portfolios a caller may see and move: his own, those of his groups, or, with the scope
 * {@code admin}, all of them.
 *
 * <p>It is decided here for every service, before a handler runs: {@link dev.tradesuite.support.access.Access} has the
 * rule, {@link dev.tradesuite.support.access.BooksGuard} and {@link dev.tradesuite.support.access.BodyGuard} find out
 * what a request names. A handler says it with {@code @AccountId}, {@code @PortfolioId} or
 * {@link dev.tradesuite.support.access.BooksOf} on its parameters. Somebody else's is answered like what is not there.
 */
@NullMarked
package dev.tradesuite.support.access;

import org.jspecify.annotations.NullMarked;
