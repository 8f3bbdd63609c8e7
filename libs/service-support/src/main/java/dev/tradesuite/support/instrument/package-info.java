/**
 * The catalogue of instruments for services that have the module {@code instruments}.
 *
 * <p>Read {@link dev.tradesuite.support.instrument.InstrumentAutoConfiguration}.
 */
@NullMarked
package dev.tradesuite.support.instrument;

import org.jspecify.annotations.NullMarked;
