/** Tests of following as it is written. */
@NullMarked
package dev.tradesuite.portfolio.following.web;

import org.jspecify.annotations.NullMarked;
