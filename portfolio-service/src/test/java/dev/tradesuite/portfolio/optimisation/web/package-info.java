/** Tests of what the optimiser says over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.optimisation.web;

import org.jspecify.annotations.NullMarked;
