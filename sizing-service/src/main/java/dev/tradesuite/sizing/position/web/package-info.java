/**
 * Sizing over HTTP: requests become trades, results become answers, nothing is reckoned here.
 *
 * <p>Read {@link dev.tradesuite.sizing.position.web.SizingController} first.
 */
@NullMarked
package dev.tradesuite.sizing.position.web;

import org.jspecify.annotations.NullMarked;
