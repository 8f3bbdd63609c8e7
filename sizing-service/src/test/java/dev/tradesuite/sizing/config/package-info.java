/** Tests of the settings. */
@NullMarked
package dev.tradesuite.sizing.config;

import org.jspecify.annotations.NullMarked;
