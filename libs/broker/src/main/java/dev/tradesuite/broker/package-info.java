/** The port to brokers, what a broker can do, and the paper broker. */
@NullMarked
package dev.tradesuite.broker;

import org.jspecify.annotations.NullMarked;
