@NullMarked
package dev.tradesuite.learning.tree;

import org.jspecify.annotations.NullMarked;
