/**
 * Where bars come from: {@link dev.tradesuite.training.bars.CsvBars} a file,
 * {@link dev.tradesuite.training.bars.SuiteBars} a running suite.
 */
@NullMarked
package dev.tradesuite.training.bars;

import org.jspecify.annotations.NullMarked;
