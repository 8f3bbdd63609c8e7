/** Reads symbol, run and strategies of a request, the same for every endpoint, and lists the models. */
@NullMarked
package dev.tradesuite.signals.series.web;

import org.jspecify.annotations.NullMarked;
