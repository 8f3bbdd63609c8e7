/** The token of the service itself. */
@NullMarked
package dev.tradesuite.support.client;

import org.jspecify.annotations.NullMarked;
