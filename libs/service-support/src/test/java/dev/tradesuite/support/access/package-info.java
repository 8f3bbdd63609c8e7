@NullMarked
package dev.tradesuite.support.access;

import org.jspecify.annotations.NullMarked;
