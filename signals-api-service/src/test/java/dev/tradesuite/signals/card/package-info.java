@NullMarked
package dev.tradesuite.signals.card;

import org.jspecify.annotations.NullMarked;
