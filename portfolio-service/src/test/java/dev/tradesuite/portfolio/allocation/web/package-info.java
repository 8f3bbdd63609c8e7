/** Tests of targets and portfolios on the wire. */
@NullMarked
package dev.tradesuite.portfolio.allocation.web;

import org.jspecify.annotations.NullMarked;
