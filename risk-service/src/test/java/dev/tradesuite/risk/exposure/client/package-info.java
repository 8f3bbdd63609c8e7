@NullMarked
package dev.tradesuite.risk.exposure.client;

import org.jspecify.annotations.NullMarked;
