/** Answers what the models said last. */
@NullMarked
package dev.tradesuite.signals.latest.web;

import org.jspecify.annotations.NullMarked;
