package dev.tradesuite.orchestrator.stop.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.StopScope;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo.HaltGivingWay;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo.StoppedItem;
import dev.tradesuite.contracts.orchestrator.TradingStopInfo.StoppedShares;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview.OrderToCancel;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview.PositionToClose;
import dev.tradesuite.contracts.orchestrator.TradingStopPreview.StoppedPortfolio;
import dev.tradesuite.orchestrator.order.TradeOrder;
import dev.tradesuite.orchestrator.stop.StopAnswer;
import dev.tradesuite.orchestrator.stop.StopHalt;
import dev.tradesuite.orchestrator.stop.StopItem;
import dev.tradesuite.orchestrator.stop.StopPortfolios;
import dev.tradesuite.orchestrator.stop.StopService;
import dev.tradesuite.orchestrator.stop.TradingStop;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Stops of trading as records of the contracts. */
@Component
final class TradingStopMapper {

    /** What the account of a portfolio at risk-service begins with. */
    static final String PORTFOLIO = "portfolio-";

    private final JsonMapper json;

    TradingStopMapper(JsonMapper json) {
        this.json = json;
    }

    /** A stop as the answer to the request that began it. */
    String written(StopService.Told told) {
        return json.writeValueAsString(info(told, _ -> true));
    }

    /**
     * A stop.
     *
     * @param visible whether the orders, positions and shares of an account are told
     */
    TradingStopInfo info(StopService.Told told, Predicate<String> visible) {
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
                items(told, StopItem.Kind.POSITION, visible),
                told.items().stream()
                        .filter(item -> item.key().kind() == StopItem.Kind.SHARES)
                        .filter(item -> visible.test(item.key().accountId()))
                        .map(TradingStopMapper::shares)
                        .toList(),
                told.halts().stream()
                        .filter(halt -> isVisible(halt, visible))
                        .map(TradingStopMapper::halt)
                        .toList());
    }

    TradingStopPreview preview(TradingStop.Wish wish, StopService.Preview preview) {
        return new TradingStopPreview(
                wish.level(),
                scope(wish),
                wish.accountId(),
                preview.orders().stream().map(TradingStopMapper::order).toList(),
                preview.positions().stream().map(TradingStopMapper::position).toList(),
                switch (preview.portfolios()) {
                    case StopAnswer.Told<List<StopPortfolios.Held>>(List<StopPortfolios.Held> found) ->
                        found.stream().map(TradingStopMapper::portfolio).toList();
                    case StopAnswer.Unanswered<List<StopPortfolios.Held>> _ -> null;
                },
                switch (preview.portfolios()) {
                    case StopAnswer.Told<List<StopPortfolios.Held>> _ -> null;
                    case StopAnswer.Unanswered<List<StopPortfolios.Held>>(Reason why) -> why;
                });
    }

    /** States of books are told to their owner; those of strategies, symbols and everything to everybody. */
    private static boolean isVisible(StopHalt halt, Predicate<String> visible) {
        return switch (halt.scope()) {
            case ACCOUNT -> visible.test(halt.id());
            case PORTFOLIO -> visible.test(PORTFOLIO + halt.id());
            case STRATEGY, SYMBOL, ALL -> true;
        };
    }

    private static StopScope scope(TradingStop.Wish wish) {
        return wish.accountId() == null ? StopScope.ALL : StopScope.ACCOUNT;
    }

    private static List<StoppedItem> items(StopService.Told told, StopItem.Kind kind, Predicate<String> visible) {
        return told.items().stream()
                .filter(item -> item.key().kind() == kind)
                .filter(item -> visible.test(item.key().accountId()))
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

    private static StoppedShares shares(StopItem item) {
        StopItem.Told told = item.told();
        return new StoppedShares(
                Long.parseLong(item.key().accountId().substring(PORTFOLIO.length())),
                item.key().subject(),
                item.symbol(),
                Objects.requireNonNull(item.lots()),
                told.done(),
                told.attempts(),
                told.reason(),
                told.at());
    }

    private static HaltGivingWay halt(StopHalt halt) {
        return new HaltGivingWay(halt.scope(), halt.id(), halt.cause(), halt.by(), halt.at(), halt.again());
    }

    private static StoppedPortfolio portfolio(StopPortfolios.Held held) {
        return new StoppedPortfolio(held.id(), held.name(), held.positions(), held.worth(), held.unmarked());
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
