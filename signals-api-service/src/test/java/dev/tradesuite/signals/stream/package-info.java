@NullMarked
package dev.tradesuite.signals.stream;

import org.jspecify.annotations.NullMarked;
