/** Answers what the models traded, as JSON and as comma-separated values. */
@NullMarked
package dev.tradesuite.signals.trade.web;

import org.jspecify.annotations.NullMarked;
