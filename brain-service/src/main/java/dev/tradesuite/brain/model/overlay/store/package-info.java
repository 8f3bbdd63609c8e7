/** The budget of the language model in the database. */
@NullMarked
package dev.tradesuite.brain.model.overlay.store;

import org.jspecify.annotations.NullMarked;
