@NullMarked
package dev.tradesuite.brain.model.trained;

import org.jspecify.annotations.NullMarked;
