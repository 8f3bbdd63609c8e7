@NullMarked
package dev.tradesuite.signals.imported;

import org.jspecify.annotations.NullMarked;
