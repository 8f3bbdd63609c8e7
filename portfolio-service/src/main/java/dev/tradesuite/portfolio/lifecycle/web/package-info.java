/** The lifecycle over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.lifecycle.web;

import org.jspecify.annotations.NullMarked;
