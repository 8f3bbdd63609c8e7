@NullMarked
package dev.tradesuite.signals.retention;

import org.jspecify.annotations.NullMarked;
