package dev.tradesuite.orchestrator.order;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Orders and their brokers.
 *
 * @param defaults what a request gets that leaves it out
 * @param maxRateAge how old a price may be to convert a currency with, or to object to a stated one
 * @param maxPriceAge how old the newest market price may be to vouch for a stated one
 * @param broker which account trades with which broker, and what is done when one does not answer
 * @param brokers the settings of each broker, by its name
 * @param reconciliation comparison of open orders with their brokers
 * @param instance how instances tell one another that they live
 * @param orders the orders that are kept
 * @param expiryInterval how often orders are looked for whose time is over
 */
@ConfigurationProperties("suite.orchestrator")
public record OrderSettings(
        @DefaultValue DefaultAccount defaults,
        @DefaultValue("4d") Duration maxRateAge,
        @DefaultValue("15m") Duration maxPriceAge,
        @DefaultValue BrokerChoice broker,
        @DefaultValue Map<String, Map<String, String>> brokers,
        @DefaultValue ReconciliationTimes reconciliation,
        @DefaultValue InstanceLease instance,
        @DefaultValue OrderRetentionTime orders,
        @DefaultValue("1s") Duration expiryInterval) {

    /**
     * What a request gets that leaves it out.
     *
     * @param accountId account in the books
     */
    public record DefaultAccount(@DefaultValue("main") String accountId) {}

    /**
     * Which broker is used, and how.
     *
     * @param byDefault name of the broker of an account that has none of its own
     * @param accounts names of brokers, by account
     * @param lookups how often an order is looked up before its request is answered
     * @param lookupPause how long to wait before each
     */
    public record BrokerChoice(
            @DefaultValue("paper") String byDefault,
            @DefaultValue Map<String, String> accounts,
            @DefaultValue("3") int lookups,
            @DefaultValue("200ms") Duration lookupPause) {}

    /**
     * Comparison of open orders with their brokers.
     *
     * @param interval time from one to the next
     * @param grace time a request has to bring its order on its way; longer than all its time-outs together
     */
    public record ReconciliationTimes(@DefaultValue("30s") Duration interval, @DefaultValue("30s") Duration grace) {}

    /**
     * How instances tell one another that they live.
     *
     * @param heartbeat how often
     * @param lease how long one is taken for alive after it has said so; several heartbeats
     */
    public record InstanceLease(@DefaultValue("3s") Duration heartbeat, @DefaultValue("15s") Duration lease) {}

    /**
     * The orders that are kept.
     *
     * @param keep how long, after they have ended
     */
    public record OrderRetentionTime(@DefaultValue("400d") Duration keep) {}
}
