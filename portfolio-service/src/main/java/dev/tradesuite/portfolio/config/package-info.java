/** Makes the objects the service is built from, and holds its settings. */
@NullMarked
package dev.tradesuite.portfolio.config;

import org.jspecify.annotations.NullMarked;
