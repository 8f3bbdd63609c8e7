@NullMarked
package dev.tradesuite.training;

import org.jspecify.annotations.NullMarked;
