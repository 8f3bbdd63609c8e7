package dev.tradesuite.brain.bar.messaging;

import dev.tradesuite.brain.bar.BarSignalService;
import dev.tradesuite.brain.bar.ClosedBar;
import dev.tradesuite.brain.candle.Candle;
import dev.tradesuite.brain.candle.SeriesKey;
import dev.tradesuite.brain.model.overlay.OverlayQuestion;
import dev.tradesuite.brain.model.overlay.OverlayService;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.event.EventEnvelope;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.support.event.Inbox;
import java.util.ArrayList;
import java.util.List;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Judges every bar that is announced as closed, once. The instances of this service share the symbols, so the bars of
 * one symbol are judged one after the other.
 */
@Component
class BarListener {

    private static final String CONSUMER = "bar-signals";
    private static final String CANDLE_CLOSED = "candle.closed";

    private final Inbox inbox;
    private final BarSignalService signals;
    private final OverlayService overlay;

    BarListener(Inbox inbox, BarSignalService signals, OverlayService overlay) {
        this.inbox = inbox;
        this.signals = signals;
        this.overlay = overlay;
    }

    @KafkaListener(topics = Topics.MARKET_BARS, groupId = "brain-service")
    void on(EventEnvelope<JsonNode> event) {
        if (!event.type().equals(CANDLE_CLOSED)) {
            return;
        }
        ClosedBar closed = closed(inbox.read(event, CandleClosed.class));
        if (signals.judges(closed)) {
            List<OverlayQuestion> questions = new ArrayList<>();
            inbox.once(CONSUMER, event, () -> signals.judge(closed).ifPresent(questions::add));
            questions.forEach(overlay::consider);
        }
    }

    private static ClosedBar closed(CandleClosed event) {
        dev.tradesuite.contracts.market.Candle candle = event.candle();
        return new ClosedBar(
                new SeriesKey(event.symbol(), event.timeframe()),
                new Candle(
                        candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume()),
                event.source(),
                event.label());
    }
}
