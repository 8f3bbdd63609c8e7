/** Tests of the clients that ask for equity. */
@NullMarked
package dev.tradesuite.portfolio.returns.client;

import org.jspecify.annotations.NullMarked;
