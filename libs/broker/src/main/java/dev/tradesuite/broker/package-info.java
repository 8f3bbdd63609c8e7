/**
 * The port to venues that fill orders. Read {@link dev.tradesuite.broker.Broker} for what a broker has to do,
 * {@link dev.tradesuite.broker.BrokerCapabilities} for what it may leave out, and
 * {@link dev.tradesuite.broker.BrokerProvider} for how one is found. The paper broker is in {@code paper}.
 */
@NullMarked
package dev.tradesuite.broker;

import org.jspecify.annotations.NullMarked;
