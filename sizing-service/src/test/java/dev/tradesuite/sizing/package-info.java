/** Tests of the service as a whole: its borders and its settings. */
@NullMarked
package dev.tradesuite.sizing;

import org.jspecify.annotations.NullMarked;
