/** What logs and traces may hold. */
@NullMarked
package dev.tradesuite.support.log;

import org.jspecify.annotations.NullMarked;
