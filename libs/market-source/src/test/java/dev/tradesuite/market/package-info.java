/** The borders between the port and its adapters. */
@NullMarked
package dev.tradesuite.market;

import org.jspecify.annotations.NullMarked;
