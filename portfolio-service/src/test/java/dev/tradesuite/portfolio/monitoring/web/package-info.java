/** Tests of what the monitoring says over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.monitoring.web;

import org.jspecify.annotations.NullMarked;
