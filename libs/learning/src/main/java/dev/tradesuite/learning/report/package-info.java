/**
 * What a model is worth on bars it has not seen: {@link dev.tradesuite.learning.report.ModelReport} has the figures,
 * {@link dev.tradesuite.learning.report.EdgeVerdict} the sentence.
 */
@NullMarked
package dev.tradesuite.learning.report;

import org.jspecify.annotations.NullMarked;
