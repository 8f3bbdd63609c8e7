/**
 * Who owns which account and which portfolio. Every service asks here; read {@link dev.tradesuite.ledger.owner.Owners}
 * first.
 */
@NullMarked
package dev.tradesuite.ledger.owner;

import org.jspecify.annotations.NullMarked;
