@NullMarked
package dev.tradesuite.signals.series;

import org.jspecify.annotations.NullMarked;
