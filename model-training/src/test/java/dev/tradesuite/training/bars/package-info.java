@NullMarked
package dev.tradesuite.training.bars;

import org.jspecify.annotations.NullMarked;
