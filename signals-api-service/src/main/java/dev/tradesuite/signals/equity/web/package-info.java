/** Writes equity curves, one at a time. */
@NullMarked
package dev.tradesuite.signals.equity.web;

import org.jspecify.annotations.NullMarked;
