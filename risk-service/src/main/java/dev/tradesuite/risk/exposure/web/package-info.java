/** Reservations, limits and accounts over REST. */
@NullMarked
package dev.tradesuite.risk.exposure.web;

import org.jspecify.annotations.NullMarked;
