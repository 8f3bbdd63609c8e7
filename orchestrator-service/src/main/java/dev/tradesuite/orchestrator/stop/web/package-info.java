/** Stops of trading over HTTP. */
@NullMarked
package dev.tradesuite.orchestrator.stop.web;

import org.jspecify.annotations.NullMarked;
