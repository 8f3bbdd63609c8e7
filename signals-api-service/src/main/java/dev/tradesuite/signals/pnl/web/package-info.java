/** Answers what was earned. */
@NullMarked
package dev.tradesuite.signals.pnl.web;

import org.jspecify.annotations.NullMarked;
