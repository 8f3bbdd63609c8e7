/** The trade flow over HTTP. */
@NullMarked
package dev.tradesuite.orchestrator.trade.web;

import org.jspecify.annotations.NullMarked;
