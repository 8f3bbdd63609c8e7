/** Cycles over HTTP. */
@NullMarked
package dev.tradesuite.orchestrator.cycle.web;

import org.jspecify.annotations.NullMarked;
