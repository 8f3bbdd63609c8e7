@NullMarked
package dev.tradesuite.learning.feature;

import org.jspecify.annotations.NullMarked;
