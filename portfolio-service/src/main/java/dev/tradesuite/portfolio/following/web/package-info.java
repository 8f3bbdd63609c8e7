/** Following over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.following.web;

import org.jspecify.annotations.NullMarked;
