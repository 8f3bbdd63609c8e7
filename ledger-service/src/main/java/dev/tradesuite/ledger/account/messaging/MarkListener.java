package dev.tradesuite.ledger.account.messaging;

import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.ledger.account.MarketPrice;
import dev.tradesuite.ledger.account.Marks;
import dev.tradesuite.ledger.account.Remarking;
import dev.tradesuite.support.event.Inbox;
import dev.tradesuite.support.event.Plausible;
import java.time.Clock;
import java.time.Instant;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps the close of the newest candle of each instrument as its mark, and takes it again when that candle is announced
 * with another close. A candle that is not believed is announced as another event and marks nothing.
 *
 * <p>Needs no inbox: a repeat changes nothing.
 */
@Component
class MarkListener {

    private static final String CANDLE_CLOSED = "candle.closed";

    private final Inbox inbox;
    private final Marks marks;
    private final Remarking remarking;
    private final Clock clock;

    MarkListener(Inbox inbox, Marks marks, Remarking remarking, Clock clock) {
        this.inbox = inbox;
        this.marks = marks;
        this.remarking = remarking;
        this.clock = clock;
    }

    @KafkaListener(topics = Topics.MARKET_BARS, groupId = "ledger-service")
    void on(EventEnvelope<JsonNode> event) {
        if (event.type().equals(CANDLE_CLOSED)) {
            CandleClosed closed = inbox.read(event, CandleClosed.class);
            Plausible.candle(closed);
            if (marks.offer(new MarketPrice(
                    closed.symbol(), closed.candle().close(), knownAt(closed), closed.timeframe(), closed.source()))) {
                remarking.repriced(closed.symbol());
            }
        }
    }

    /** When the candle closed, but never later than now: a wrong date must not shut out the prices that follow. */
    private Instant knownAt(CandleClosed closed) {
        Instant closedAt = closed.candle().openTime().plus(closed.timeframe().length());
        Instant now = clock.instant();
        return closedAt.isAfter(now) ? now : closedAt;
    }
}
