/** Makes the objects the service is built from, and holds its settings. */
@NullMarked
package dev.tradesuite.ledger.config;

import org.jspecify.annotations.NullMarked;
