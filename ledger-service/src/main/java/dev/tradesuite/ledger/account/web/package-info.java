/** The accounts by REST: open one, read its state, its trades, its history, and whether its books add up. */
@NullMarked
package dev.tradesuite.ledger.account.web;

import org.jspecify.annotations.NullMarked;
