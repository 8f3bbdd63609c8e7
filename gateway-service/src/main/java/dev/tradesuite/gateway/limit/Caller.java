package dev.tradesuite.gateway.limit;

/** Who sends requests, as far as the limit is concerned. */
public sealed interface Caller {

    /**
     * The holder of a token that was checked.
     *
     * @param subject of the token
     */
    record Subject(String subject) implements Caller {}

    /**
     * Somebody without a token.
     *
     * @param address he connects from
     */
    record Address(String address) implements Caller {}

    /**
     * Somebody whose requests the gateway refuses.
     *
     * @param address he connects from
     */
    record Refused(String address) implements Caller {}
}
