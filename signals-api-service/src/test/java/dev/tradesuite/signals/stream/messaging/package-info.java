@NullMarked
package dev.tradesuite.signals.stream.messaging;

import org.jspecify.annotations.NullMarked;
