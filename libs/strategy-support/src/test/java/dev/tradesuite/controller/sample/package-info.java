/** A controller for tests: it has a database and wants nothing. */
@NullMarked
package dev.tradesuite.controller.sample;

import org.jspecify.annotations.NullMarked;
