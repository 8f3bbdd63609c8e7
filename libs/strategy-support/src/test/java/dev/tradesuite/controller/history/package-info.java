/** Tests of the prices that are kept. */
@NullMarked
package dev.tradesuite.controller.history;

import org.jspecify.annotations.NullMarked;
