/**
 * Where correlations are kept: tables in PostgreSQL, the memory of the instance, and a Redis that instances share. All
 * of them but the memory keep the bytes of {@link dev.tradesuite.portfolio.correlation.store.SnapshotCodec}.
 */
@NullMarked
package dev.tradesuite.portfolio.correlation.store;

import org.jspecify.annotations.NullMarked;
