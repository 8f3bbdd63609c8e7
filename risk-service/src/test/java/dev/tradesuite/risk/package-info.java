@NullMarked
package dev.tradesuite.risk;

import org.jspecify.annotations.NullMarked;
