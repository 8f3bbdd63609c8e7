/** Optimisation over HTTP: one mapper for each subject of a request. */
@NullMarked
package dev.tradesuite.portfolio.optimisation.web;

import org.jspecify.annotations.NullMarked;
