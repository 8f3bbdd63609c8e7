/** Activity and who has read what, in PostgreSQL. */
@NullMarked
package dev.tradesuite.signals.activity.store;

import org.jspecify.annotations.NullMarked;
