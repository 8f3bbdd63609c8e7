@NullMarked
package dev.tradesuite.signals.equity;

import org.jspecify.annotations.NullMarked;
