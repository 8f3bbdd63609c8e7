/** The history over REST. */
@NullMarked
package dev.tradesuite.risk.history.web;

import org.jspecify.annotations.NullMarked;
