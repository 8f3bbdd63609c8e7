@NullMarked
package dev.tradesuite.learning.policy;

import org.jspecify.annotations.NullMarked;
