/** What the closed trades of a day, a week or a month amount to. */
@NullMarked
package dev.tradesuite.signals.pnl;

import org.jspecify.annotations.NullMarked;
