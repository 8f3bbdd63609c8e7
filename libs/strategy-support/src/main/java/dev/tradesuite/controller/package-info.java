/**
 * The Spring shell of a strategy controller: a service that has a strategy gets the endpoints, the markets and the
 * calls to the books from here.
 *
 * <p>What a cycle does is told by {@link dev.tradesuite.strategy.cycle.FullCycle}.
 */
@NullMarked
package dev.tradesuite.controller;

import org.jspecify.annotations.NullMarked;
