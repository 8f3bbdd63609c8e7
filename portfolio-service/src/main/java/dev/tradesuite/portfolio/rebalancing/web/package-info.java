/** Rebalancings over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing.web;

import org.jspecify.annotations.NullMarked;
