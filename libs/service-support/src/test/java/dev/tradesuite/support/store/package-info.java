@NullMarked
package dev.tradesuite.support.store;

import org.jspecify.annotations.NullMarked;
