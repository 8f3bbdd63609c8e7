package dev.tradesuite.signals.book.messaging;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.FeedEquity;
import dev.tradesuite.contracts.signals.FeedMessage;
import dev.tradesuite.contracts.signals.FeedPosition;
import dev.tradesuite.contracts.signals.FeedPrice;
import dev.tradesuite.contracts.signals.FeedSignal;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.signals.book.BookEvents;
import dev.tradesuite.signals.book.BookedBar;
import dev.tradesuite.signals.book.ModelSaid;
import dev.tradesuite.signals.book.ModelStep;
import dev.tradesuite.signals.book.PositionChange;
import dev.tradesuite.signals.book.SignalBar;
import dev.tradesuite.support.event.Events;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Publishes {@code feed.message} on {@code signals.feed}, whose one partition gives every message its number. */
@Component
final class FeedPublisher implements BookEvents {

    private static final String FEED_MESSAGE = "feed.message";
    private static final String KEY = "feed";

    private final Events events;

    FeedPublisher(Events events) {
        this.events = events;
    }

    @Override
    public void booked(BookedBar booked, List<PositionChange> changes) {
        SignalBar bar = booked.bar();
        RunLabel label = bar.label();
        for (ModelStep step : booked.steps()) {
            publish(signal(bar, step.said(), label));
        }
        for (PositionChange change : changes) {
            publish(position(bar, change, label));
        }
        publish(new FeedPrice(
                "price_update",
                bar.close(),
                bar.series().symbol(),
                bar.series().timeframe(),
                label,
                bar.prices().close(),
                null,
                null));
        Map<String, BigDecimal> equity = new LinkedHashMap<>();
        booked.steps()
                .forEach(step -> equity.put(
                        step.said().strategyCode(), step.step().equity().equity()));
        publish(new FeedEquity(
                "equity_update",
                bar.close(),
                bar.series().symbol(),
                bar.series().timeframe(),
                label,
                equity));
    }

    private void publish(FeedMessage message) {
        events.publish(Topics.SIGNALS_FEED, KEY, FEED_MESSAGE, message);
    }

    private static FeedSignal signal(SignalBar bar, ModelSaid said, RunLabel label) {
        ModelSaid.Prices prices = said.prices();
        return new FeedSignal(
                "signal",
                bar.close(),
                bar.series().symbol(),
                bar.series().timeframe(),
                label,
                said.strategyCode(),
                said.position(),
                side(said.position()),
                said.confidence(),
                said.size(),
                prices == null ? null : prices.entry(),
                prices == null ? null : prices.stopLoss(),
                prices == null ? null : prices.takeProfit(),
                said.reasoning().text());
    }

    private static SignalSide side(PositionSignal position) {
        return switch (position) {
            case LONG -> SignalSide.BUY;
            case SHORT -> SignalSide.SELL;
            case FLAT, CLOSE -> SignalSide.HOLD;
        };
    }

    private static FeedPosition position(SignalBar bar, PositionChange change, RunLabel label) {
        return new FeedPosition(
                "position_update",
                bar.close(),
                bar.series().symbol(),
                bar.series().timeframe(),
                label,
                change.strategyCode(),
                change.id(),
                FeedPosition.Action.valueOf(change.kind().name()),
                change.direction().name().toLowerCase(Locale.ROOT),
                change.unrealizedPnl(),
                change.realizedPnl(),
                change.status());
    }
}
