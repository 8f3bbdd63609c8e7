/** The trading state over REST. */
@NullMarked
package dev.tradesuite.risk.limit.web;

import org.jspecify.annotations.NullMarked;
