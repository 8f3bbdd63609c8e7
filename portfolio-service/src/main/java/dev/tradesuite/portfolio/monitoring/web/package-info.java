/** Live risk and the impact of a trade over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.monitoring.web;

import org.jspecify.annotations.NullMarked;
