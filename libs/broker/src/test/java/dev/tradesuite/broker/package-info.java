/** What every broker has to pass, and its fakes. */
@NullMarked
package dev.tradesuite.broker;

import org.jspecify.annotations.NullMarked;
