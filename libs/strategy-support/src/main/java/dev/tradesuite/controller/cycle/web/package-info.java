/**
 * What every controller answers over HTTP.
 *
 * <p>Read {@link dev.tradesuite.controller.cycle.web.StrategyCycleController} first.
 */
@NullMarked
package dev.tradesuite.controller.cycle.web;

import org.jspecify.annotations.NullMarked;
