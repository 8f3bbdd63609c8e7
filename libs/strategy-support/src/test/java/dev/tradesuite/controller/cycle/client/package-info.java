/** Tests of the calls to the books. */
@NullMarked
package dev.tradesuite.controller.cycle.client;

import org.jspecify.annotations.NullMarked;
