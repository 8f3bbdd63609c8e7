/**
 * The room that reservations hold for orders until the books show them.
 *
 * <p>Read {@link dev.tradesuite.risk.exposure.Reservations} first. Everything that changes what is held happens under
 * the row lock of the account ({@link dev.tradesuite.risk.account.LockedAccount}), so that two orders at once cannot
 * pass one limit together.
 */
@NullMarked
package dev.tradesuite.risk.exposure;

import org.jspecify.annotations.NullMarked;
