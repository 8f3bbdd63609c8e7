/** Draws the report as HTML. */
@NullMarked
package dev.tradesuite.signals.report.web;

import org.jspecify.annotations.NullMarked;
