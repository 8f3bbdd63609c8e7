/** Tests of following. */
@NullMarked
package dev.tradesuite.portfolio.following;

import org.jspecify.annotations.NullMarked;
