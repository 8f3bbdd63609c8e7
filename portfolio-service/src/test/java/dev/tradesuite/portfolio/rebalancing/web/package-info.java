/** Tests of rebalancings on the wire. */
@NullMarked
package dev.tradesuite.portfolio.rebalancing.web;

import org.jspecify.annotations.NullMarked;
