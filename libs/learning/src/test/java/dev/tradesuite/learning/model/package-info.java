@NullMarked
package dev.tradesuite.learning.model;

import org.jspecify.annotations.NullMarked;
