/** Trading states in PostgreSQL, with every change there was. */
@NullMarked
package dev.tradesuite.risk.state.store;

import org.jspecify.annotations.NullMarked;
