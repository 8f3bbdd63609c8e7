/**
 * On which bars a model may be judged: {@link dev.tradesuite.learning.validation.WalkForward} tests on later bars than
 * it trains on, with a gap that no label reaches across.
 */
@NullMarked
package dev.tradesuite.learning.validation;

import org.jspecify.annotations.NullMarked;
