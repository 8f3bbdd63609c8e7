/** Its events. */
@NullMarked
package dev.tradesuite.sample.note.messaging;

import org.jspecify.annotations.NullMarked;
