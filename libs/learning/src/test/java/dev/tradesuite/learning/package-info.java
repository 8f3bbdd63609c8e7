@NullMarked
package dev.tradesuite.learning;

import org.jspecify.annotations.NullMarked;
