@NullMarked
package dev.tradesuite.signals.book;

import org.jspecify.annotations.NullMarked;
