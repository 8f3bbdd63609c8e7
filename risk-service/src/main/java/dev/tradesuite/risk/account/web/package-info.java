/** Accounts and their limits over REST. */
@NullMarked
package dev.tradesuite.risk.account.web;

import org.jspecify.annotations.NullMarked;
