@NullMarked
package dev.tradesuite.training.train;

import org.jspecify.annotations.NullMarked;
