@NullMarked
package dev.tradesuite.signals.position;

import org.jspecify.annotations.NullMarked;
