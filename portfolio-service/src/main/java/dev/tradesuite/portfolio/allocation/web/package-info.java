/** Targets and portfolios over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.allocation.web;

import org.jspecify.annotations.NullMarked;
