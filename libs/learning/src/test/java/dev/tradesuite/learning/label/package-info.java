@NullMarked
package dev.tradesuite.learning.label;

import org.jspecify.annotations.NullMarked;
