/** Tests of paper accounts. */
@NullMarked
package dev.tradesuite.accounting.paper;

import org.jspecify.annotations.NullMarked;
