@NullMarked
package dev.tradesuite.signals.performance;

import org.jspecify.annotations.NullMarked;
