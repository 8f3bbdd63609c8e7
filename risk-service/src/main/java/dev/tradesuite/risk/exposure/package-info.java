/**
 * What risk remembers of each account: its figures, its positions as the books reported them, and the reservations that
 * hold room for orders until the books show them.
 *
 * <p>Read {@link dev.tradesuite.risk.exposure.Reservations} and {@link dev.tradesuite.risk.exposure.AccountBooks}
 * first. Everything that changes an account happens under its row lock
 * ({@link dev.tradesuite.risk.exposure.LockedAccount}), so that two orders at once cannot pass one limit together.
 */
@NullMarked
package dev.tradesuite.risk.exposure;

import org.jspecify.annotations.NullMarked;
