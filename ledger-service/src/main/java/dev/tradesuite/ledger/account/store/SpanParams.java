package dev.tradesuite.ledger.account.store;

import dev.tradesuite.ledger.account.Span;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** Parameters {@code from}, {@code to} and {@code limit} of a query; an open end becomes the end of time. */
final class SpanParams {

    /** The driver writes these two as PostgreSQL's {@code -infinity} and {@code infinity}. */
    private static final OffsetDateTime BEGINNING = OffsetDateTime.MIN;

    private static final OffsetDateTime END = OffsetDateTime.MAX;

    private SpanParams() {}

    static Map<String, Object> of(Span span) {
        return Map.of(
                "from", span.from().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(BEGINNING),
                "to", span.to().map(time -> time.atOffset(ZoneOffset.UTC)).orElse(END),
                "limit", span.limit());
    }
}
