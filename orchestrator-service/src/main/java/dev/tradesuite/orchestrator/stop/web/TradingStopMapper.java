package dev.tradesuite.orchestrator.stop.web;

import dev.tradesuite.contracts.orchestrator.StopScope;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo.StoppedItem;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview.OrderToCancel;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview.PositionToClose;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.stop.StopItem;
import dev.tradesuite.orchestrator.stop.StopService;
import dev.tradesuite.orchestrator.stop.TradingStop;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stops of trading as records of the contracts. */
@Component
final class TradingStopMapper {

    private final JsonMapper json;

    TradingStopMapper(JsonMapper json) {
        this.json = json;
    }

    /** A stop as the answer to the request that began it. */
    String written(StopService.Told told) {
        return json.writeValueAsString(info(told, null));
    }

    /**
     * A stop.
     *
     * @param visible accounts whose orders and positions are told; absent: all
     */
    TradingStopInfo info(StopService.Told told, @Nullable Set<String> visible) {
        TradingStop stop = told.stop();
        TradingStop.Wish wish = stop.wish();
        TradingStop.Progress progress = stop.progress();
        return new TradingStopInfo(
                stop.id(),
                wish.level(),
                scope(wish),
                wish.accountId(),
                wish.reason(),
                wish.by(),
                stop.askedAt(),
                progress.state(),
                progress.step(),
                progress.waiting(),
                progress.attempts(),
                progress.supersededBy(),
                progress.endedAt(),
                items(told, StopItem.Kind.ORDER, visible),
                items(told, StopItem.Kind.POSITION, visible));
    }

    TradingStopPreview preview(TradingStop.Wish wish, StopService.Preview preview) {
        return new TradingStopPreview(
                wish.level(),
                scope(wish),
                wish.accountId(),
                preview.orders().stream().map(TradingStopMapper::order).toList(),
                preview.positions().stream().map(TradingStopMapper::position).toList());
    }

    private static StopScope scope(TradingStop.Wish wish) {
        return wish.accountId() == null ? StopScope.ALL : StopScope.ACCOUNT;
    }

    private static List<StoppedItem> items(StopService.Told told, StopItem.Kind kind, @Nullable Set<String> visible) {
        return told.items().stream()
                .filter(item -> item.key().kind() == kind)
                .filter(item -> visible == null || visible.contains(item.key().accountId()))
                .map(TradingStopMapper::item)
                .toList();
    }

    private static StoppedItem item(StopItem item) {
        StopItem.Told told = item.told();
        return new StoppedItem(
                item.key().accountId(),
                item.symbol(),
                item.side(),
                item.lots(),
                item.orderId(),
                told.status(),
                told.done(),
                told.attempts(),
                told.reason(),
                told.at());
    }

    private static OrderToCancel order(TradeOrder order) {
        return new OrderToCancel(
                order.id(),
                order.origin().accountId(),
                order.terms().symbol(),
                order.terms().side(),
                order.terms().type(),
                order.unfilledLots().value(),
                order.terms().limitPrice(),
                order.terms().stopPrice());
    }

    private static PositionToClose position(StopService.Worth worth) {
        return new PositionToClose(
                worth.accountId(),
                worth.symbol(),
                worth.side(),
                worth.lots(),
                worth.price() == null ? null : worth.price().price(),
                worth.price() == null ? null : worth.price().at(),
                worth.notional(),
                worth.currency(),
                worth.why());
    }
}
