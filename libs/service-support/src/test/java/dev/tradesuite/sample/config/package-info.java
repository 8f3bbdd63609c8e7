/** Its beans. */
@NullMarked
package dev.tradesuite.sample.config;

import org.jspecify.annotations.NullMarked;
