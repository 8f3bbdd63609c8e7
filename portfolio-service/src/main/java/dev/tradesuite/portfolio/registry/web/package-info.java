/** The registry over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.registry.web;

import org.jspecify.annotations.NullMarked;
