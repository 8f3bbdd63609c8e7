@NullMarked
package dev.tradesuite.signals.price;

import org.jspecify.annotations.NullMarked;
