/** The mapping and the status over HTTP. */
@NullMarked
package dev.tradesuite.orchestrator.strategy.web;

import org.jspecify.annotations.NullMarked;
