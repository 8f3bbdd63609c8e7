/** Daily returns over HTTP. */
@NullMarked
package dev.tradesuite.portfolio.returns.web;

import org.jspecify.annotations.NullMarked;
