/** The paper accounts and what they leave, in the schema dw. */
@NullMarked
package dev.tradesuite.signals.book.store;

import org.jspecify.annotations.NullMarked;
