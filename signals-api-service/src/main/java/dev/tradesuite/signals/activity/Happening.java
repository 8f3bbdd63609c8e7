package dev.tradesuite.signals.activity;

import dev.tradesuite.contracts.signals.ActivityKind;
import dev.tradesuite.contracts.signals.NotificationTopic;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened.
 *
 * @param origin what told of it
 * @param kind what kind of thing
 * @param summary in a sentence
 * @param about what it is about
 * @param reach whom it may be shown to
 * @param topic why it is a notification; empty when it is none
 */
public record Happening(
        Origin origin,
        ActivityKind kind,
        String summary,
        About about,
        ActivityReach reach,
        Optional<NotificationTopic> topic) {

    /** Most characters of a summary. */
    private static final int LONGEST = 500;

    public Happening {
        summary = summary.length() <= LONGEST ? summary : summary.substring(0, LONGEST - 3) + "...";
    }

    /**
     * What told of it.
     *
     * @param eventId unique; it is told of once
     * @param event type of the event
     * @param at when it happened
     * @param traceId of the request that caused it; absent for scheduled work
     */
    public record Origin(UUID eventId, String event, Instant at, @Nullable String traceId) {}

    /**
     * What it is about; absent where it is about none.
     *
     * @param account account, {@code portfolio-<number>} of a portfolio
     * @param symbol instrument
     * @param strategy strategy
     * @param subject decision, order, stop, cycle, approval, rebalancing, rotation, job, feed or controller
     */
    public record About(
            @Nullable String account, @Nullable String symbol, @Nullable String strategy, @Nullable String subject) {

        /** About nothing in particular. */
        public static final About NOTHING = new About(null, null, null, null);

        /** About an account. */
        public static About account(String account) {
            return NOTHING.withAccount(account);
        }

        /** Also about an account. */
        public About withAccount(@Nullable String of) {
            return new About(of, symbol, strategy, subject);
        }

        /** Also about an instrument. */
        public About withSymbol(@Nullable String of) {
            return new About(account, of, strategy, subject);
        }

        /** Also about a strategy. */
        public About withStrategy(@Nullable String of) {
            return new About(account, symbol, of, subject);
        }

        /** Also about something with an id or a name. */
        public About withSubject(@Nullable Object of) {
            return new About(account, symbol, strategy, of == null ? null : of.toString());
        }
    }

    /** The same without a topic: nobody is told of it. */
    public Happening asActivityOnly() {
        return new Happening(origin, kind, summary, about, reach, Optional.empty());
    }
}
