package dev.tradesuite.gateway.limit;

/** Who sends requests, as far as the limit is concerned. */
public sealed interface RateLimitCaller {

    /**
     * The holder of a token that was checked.
     *
     * @param subject of the token
     */
    record Subject(String subject) implements RateLimitCaller {}

    /**
     * Somebody without a token.
     *
     * @param address he connects from
     */
    record Address(String address) implements RateLimitCaller {}

    /**
     * Somebody whose requests the gateway refuses.
     *
     * @param address he connects from
     */
    record Refused(String address) implements RateLimitCaller {}
}
