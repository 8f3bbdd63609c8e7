@NullMarked
package dev.tradesuite.learning.validation;

import org.jspecify.annotations.NullMarked;
