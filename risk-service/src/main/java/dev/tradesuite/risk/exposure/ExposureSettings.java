package dev.tradesuite.risk.exposure;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reservations.
 *
 * @param askAfter how long room is held before the owner of the order is asked about it, and between two questions
 * @param unknownFor how old a reservation gets whose order the owner does not know
 * @param kept how long what is kept
 */
@ConfigurationProperties("suite.risk.reservations")
record ExposureSettings(
        @DefaultValue("15m") Duration askAfter, @DefaultValue("24h") Duration unknownFor, @DefaultValue Kept kept) {

    /**
     * How long what is kept.
     *
     * @param reservations after they came to their end
     * @param endedOrders ends of orders that never had a reservation
     * @param history changes of trading states and limits, and breaches
     */
    record Kept(
            @DefaultValue("90d") Duration reservations,
            @DefaultValue("7d") Duration endedOrders,
            @DefaultValue("400d") Duration history) {}
}
