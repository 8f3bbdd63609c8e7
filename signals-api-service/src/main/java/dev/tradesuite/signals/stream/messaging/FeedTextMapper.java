package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.FeedEquity;
import dev.tradesuite.contracts.signals.FeedMessage;
import dev.tradesuite.contracts.signals.FeedNews;
import dev.tradesuite.contracts.signals.FeedPrice;
import dev.tradesuite.contracts.signals.FeedReach;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.stream.LastCloses;
import dev.tradesuite.signals.stream.LiveBooks;
import dev.tradesuite.signals.stream.MomentTexts;
import dev.tradesuite.signals.stream.StreamAudience;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.StreamMessage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Messages of the feed as clients get them: what the topic has, with {@code seq}. */
public final class FeedTextMapper implements MomentTexts {

    private static final List<String> HEAD = List.of("type", "timestamp");

    private final JsonMapper json;

    public FeedTextMapper(JsonMapper json) {
        this.json = json;
    }

    @Override
    public StreamMessage price(long seq, MarketQuote quote, RunLabel label, Optional<LastCloses.Change> change) {
        return message(
                seq,
                new FeedPrice(
                        StreamKind.PRICE.wireName(),
                        quote.at(),
                        quote.symbol(),
                        null,
                        label,
                        quote.price(),
                        change.map(LastCloses.Change::amount).orElse(null),
                        change.map(LastCloses.Change::percent).orElse(null)));
    }

    @Override
    public StreamMessage equity(long seq, MarketQuote quote, RunLabel label, LiveBooks.Worth worth) {
        return message(
                seq,
                new FeedEquity(
                        StreamKind.EQUITY.wireName(),
                        quote.at(),
                        quote.symbol(),
                        worth.timeframe(),
                        label,
                        worth.equity()));
    }

    /** A message of the contracts; {@code seq} below 0: it has no number. */
    StreamMessage message(long seq, FeedMessage message) {
        return message(seq, json.<ObjectNode>valueToTree(message));
    }

    /**
     * News as the topic has them, with whom they may reach.
     *
     * @throws IllegalArgumentException when it is none
     */
    StreamMessage notice(long seq, ObjectNode notice) {
        if (!(notice.path("message") instanceof ObjectNode data)) {
            throw new IllegalArgumentException("message is missing");
        }
        StreamKind kind = StreamKind.named(text(data, "type"))
                .filter(StreamKind::isNews)
                .orElseThrow(() -> new IllegalArgumentException("no news have the type " + data.path("type")));
        StreamAudience audience = text(notice, "reach").equals(FeedReach.READERS.name())
                ? new StreamAudience.Readers()
                : new StreamAudience.Owners(owners(notice));
        return news(seq, kind, "", audience, data);
    }

    private static Set<String> owners(ObjectNode notice) {
        return Stream.concat(
                        Stream.of(notice.path("owner")), notice.path("owners").valueStream())
                .map(name -> name.asString(""))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * News of the moment.
     *
     * @param slot what they are about: of two about the same the newer replaces the other
     */
    public StreamMessage moment(long seq, StreamKind kind, String slot, StreamAudience audience, FeedNews news) {
        return news(seq, kind, slot, audience, json.<ObjectNode>valueToTree(news));
    }

    private StreamMessage news(long seq, StreamKind kind, String slot, StreamAudience audience, ObjectNode data) {
        return new StreamMessage(
                seq, new StreamMessage.Subject(kind, "", "", slot, Set.of(), audience), false, numbered(data, seq));
    }

    /**
     * A message as the topic has it.
     *
     * @throws IllegalArgumentException when it is none
     */
    StreamMessage message(long seq, ObjectNode data) {
        StreamKind kind = StreamKind.named(text(data, "type"))
                .orElseThrow(() -> new IllegalArgumentException("no message has the type " + data.path("type")));
        StreamMessage.Subject subject =
                switch (kind) {
                    case SIGNAL ->
                        subject(data, kind, text(data, "strategy_code"), Set.of(text(data, "strategy_code")));
                    case POSITION ->
                        subject(data, kind, text(data, "position_id"), Set.of(text(data, "strategy_code")));
                    case PRICE -> subject(data, kind, "", Set.of());
                    case EQUITY ->
                        subject(data, kind, "", data.path("equity_curves").propertyNames());
                    case PORTFOLIO_STATE,
                            PORTFOLIO_RISK,
                            PORTFOLIO_LIMIT,
                            REBALANCING,
                            APPROVAL,
                            LIFECYCLE,
                            CORRELATION_BREACH,
                            ROTATION_PROPOSAL,
                            BROKER_DIFFERENCE,
                            ORDER,
                            ACCOUNT,
                            RISK_STATE,
                            CYCLE,
                            JOB_PROGRESS,
                            NOTIFICATION,
                            ACTIVITY -> throw new IllegalArgumentException("news come with whom they may reach");
                };
        return new StreamMessage(seq, subject, data.path("action").asString("").equals("closed"), numbered(data, seq));
    }

    private static StreamMessage.Subject subject(
            ObjectNode data, StreamKind kind, String slot, Collection<String> strategies) {
        // A price is of the symbol, whichever bars it closes.
        String timeframe =
                kind == StreamKind.PRICE ? "" : data.path("timeframe").asString("");
        return new StreamMessage.Subject(kind, text(data, "symbol"), timeframe, slot, Set.copyOf(strategies));
    }

    private String numbered(ObjectNode data, long seq) {
        ObjectNode message = json.createObjectNode();
        HEAD.forEach(name -> message.set(name, data.path(name)));
        if (seq >= 0) {
            message.put("seq", seq);
        }
        data.properties().forEach(field -> {
            if (!message.has(field.getKey()) && !field.getValue().isNull()) {
                message.set(field.getKey(), field.getValue());
            }
        });
        return json.writeValueAsString(message);
    }

    private static String text(ObjectNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value.asString();
    }
}
