/** Its calls to another service. */
@NullMarked
package dev.tradesuite.sample.note.client;

import org.jspecify.annotations.NullMarked;
