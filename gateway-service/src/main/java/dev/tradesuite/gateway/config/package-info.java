/** Makes the objects the gateway is built from, and holds its settings. */
@NullMarked
package dev.tradesuite.gateway.config;

import org.jspecify.annotations.NullMarked;
