/** Endpoints of owners. */
@NullMarked
package dev.tradesuite.ledger.owner.web;

import org.jspecify.annotations.NullMarked;
