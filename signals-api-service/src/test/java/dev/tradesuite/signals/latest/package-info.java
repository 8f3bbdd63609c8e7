@NullMarked
package dev.tradesuite.signals.latest;

import org.jspecify.annotations.NullMarked;
