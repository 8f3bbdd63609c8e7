/** Given answers, and the states of strategies, in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.optimisation.store;

import org.jspecify.annotations.NullMarked;
