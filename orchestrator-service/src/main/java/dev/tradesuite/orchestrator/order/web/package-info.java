/** Orders and the protection of positions over HTTP. */
@NullMarked
package dev.tradesuite.orchestrator.order.web;

import org.jspecify.annotations.NullMarked;
