@NullMarked
package dev.tradesuite.signals.pnl;

import org.jspecify.annotations.NullMarked;
