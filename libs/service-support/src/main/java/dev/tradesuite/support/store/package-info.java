/**
 * What stores share: one transaction around a piece of work, and moments as columns.
 *
 * <p>{@link dev.tradesuite.support.store.UnitOfWork} is plain Java and may be used by features; the rest is for their
 * {@code store} packages.
 */
@NullMarked
package dev.tradesuite.support.store;

import org.jspecify.annotations.NullMarked;
