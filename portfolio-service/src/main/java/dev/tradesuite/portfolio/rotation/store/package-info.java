/** Proposals, rules, marks and looks in PostgreSQL. */
@NullMarked
package dev.tradesuite.portfolio.rotation.store;

import org.jspecify.annotations.NullMarked;
