/**
 * What the models said: page by page, and of one signal why it was given and what the account did about it.
 *
 * <p>Read {@link dev.tradesuite.signals.signal.SignalDetailService} first.
 */
@NullMarked
package dev.tradesuite.signals.signal;

import org.jspecify.annotations.NullMarked;
