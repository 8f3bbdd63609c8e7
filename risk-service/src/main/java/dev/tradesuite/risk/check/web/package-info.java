/** The check of a trade over REST. */
@NullMarked
package dev.tradesuite.risk.check.web;

import org.jspecify.annotations.NullMarked;
