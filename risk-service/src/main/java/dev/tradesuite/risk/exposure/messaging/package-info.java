/** Events in and out: fills and ends of orders, reports of the books, and what risk tells others. */
@NullMarked
package dev.tradesuite.risk.exposure.messaging;

import org.jspecify.annotations.NullMarked;
