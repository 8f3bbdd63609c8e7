/** The runs there are: the live one, backtests and imports. */
@NullMarked
package dev.tradesuite.signals.run;

import org.jspecify.annotations.NullMarked;
