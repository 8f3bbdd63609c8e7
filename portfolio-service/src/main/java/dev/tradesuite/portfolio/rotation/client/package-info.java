/** What rotation asks of other services. */
@NullMarked
package dev.tradesuite.portfolio.rotation.client;

import org.jspecify.annotations.NullMarked;
