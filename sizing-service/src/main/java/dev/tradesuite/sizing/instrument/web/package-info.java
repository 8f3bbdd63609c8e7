/**
 * The catalogue over HTTP.
 *
 * <p>Read {@link dev.tradesuite.sizing.instrument.web.InstrumentController} first.
 */
@NullMarked
package dev.tradesuite.sizing.instrument.web;

import org.jspecify.annotations.NullMarked;
