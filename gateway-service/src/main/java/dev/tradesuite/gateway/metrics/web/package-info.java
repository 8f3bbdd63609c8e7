/** The server at that port. */
@NullMarked
package dev.tradesuite.gateway.metrics.web;

import org.jspecify.annotations.NullMarked;
