/** Tests of the prices of the past in PostgreSQL. */
@NullMarked
package dev.tradesuite.controller.history.store;

import org.jspecify.annotations.NullMarked;
