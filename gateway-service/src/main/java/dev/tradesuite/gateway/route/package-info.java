/** Which service answers which paths. */
@NullMarked
package dev.tradesuite.gateway.route;

import org.jspecify.annotations.NullMarked;
