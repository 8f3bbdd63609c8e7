/** Takes closed bars in and tells the feed what became of them. */
@NullMarked
package dev.tradesuite.signals.book.messaging;

import org.jspecify.annotations.NullMarked;
