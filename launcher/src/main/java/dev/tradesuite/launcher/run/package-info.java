/**
 * One run of the suite, from the first part that starts to the last that stops.
 *
 * <p>Read {@link dev.tradesuite.launcher.run.Suite} first. A {@link dev.tradesuite.launcher.run.Part} is anything that
 * starts and stops: PostgreSQL, Kafka, the issuer, a service.
 */
@NullMarked
package dev.tradesuite.launcher.run;

import org.jspecify.annotations.NullMarked;
