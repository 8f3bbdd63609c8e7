@NullMarked
package dev.tradesuite.signals.signal;

import org.jspecify.annotations.NullMarked;
