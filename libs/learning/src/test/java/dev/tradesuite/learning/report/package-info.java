@NullMarked
package dev.tradesuite.learning.report;

import org.jspecify.annotations.NullMarked;
