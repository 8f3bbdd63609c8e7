/** Tests of what controllers answer. */
@NullMarked
package dev.tradesuite.strategy.cycle.web;

import org.jspecify.annotations.NullMarked;
