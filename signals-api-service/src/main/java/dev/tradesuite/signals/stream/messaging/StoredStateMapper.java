package dev.tradesuite.signals.stream.messaging;

import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.FeedEquity;
import dev.tradesuite.contracts.signals.FeedMessage;
import dev.tradesuite.contracts.signals.FeedPosition;
import dev.tradesuite.contracts.signals.FeedPrice;
import dev.tradesuite.contracts.signals.FeedSignal;
import dev.tradesuite.signals.latest.LastSignal;
import dev.tradesuite.signals.latest.LatestStore;
import dev.tradesuite.signals.position.ModelPosition;
import dev.tradesuite.signals.position.PositionStore;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSeries;
import dev.tradesuite.signals.series.SeriesStore;
import dev.tradesuite.signals.stream.LastCloses;
import dev.tradesuite.signals.stream.StoredState;
import dev.tradesuite.signals.stream.StreamKind;
import dev.tradesuite.signals.stream.StreamMessage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the live accounts stand by the tables, as messages without a number. */
final class StoredStateMapper implements StoredState {

    private static final long LIVE = 0;

    private final SeriesStore series;
    private final LatestStore latest;
    private final PositionStore positions;
    private final FeedTextMapper texts;
    private final LastCloses closes;

    StoredStateMapper(
            SeriesStore series, LatestStore latest, PositionStore positions, FeedTextMapper texts, LastCloses closes) {
        this.series = series;
        this.latest = latest;
        this.positions = positions;
        this.texts = texts;
        this.closes = closes;
    }

    @Override
    public List<StreamMessage> read() {
        return series.series(LIVE).stream()
                .flatMap(each -> messages(each).stream())
                .map(message -> texts.message(-1, message))
                .toList();
    }

    private List<FeedMessage> messages(ModelSeries of) {
        List<ModelAccount> accounts = series.accounts(of);
        Map<Integer, LastSignal> signals = latest.signals(of);
        Map<Integer, String> codes = new LinkedHashMap<>();
        List<FeedMessage> messages = new ArrayList<>();
        for (ModelAccount account : accounts) {
            codes.put(account.strategy().id(), account.strategy().code());
            Optional.ofNullable(signals.get(account.strategy().id()))
                    .ifPresent(
                            said -> messages.add(signal(of, account.strategy().code(), said)));
        }
        newest(accounts).ifPresent(last -> {
            latest.price(of).ifPresent(close -> messages.add(price(of, close, last.label())));
            positions.open(of).forEach(held -> Optional.ofNullable(codes.get(held.strategyId()))
                    .ifPresent(code -> messages.add(position(of, code, held, last.at()))));
            messages.add(equity(of, accounts, last));
        });
        return messages;
    }

    private static Optional<ModelAccount.LastEquity> newest(List<ModelAccount> accounts) {
        return accounts.stream()
                .flatMap(account -> Optional.ofNullable(account.last()).stream())
                .findFirst();
    }

    private static FeedSignal signal(ModelSeries of, String code, LastSignal said) {
        return new FeedSignal(
                StreamKind.SIGNAL.wireName(),
                said.at(),
                of.symbol(),
                of.timeframe(),
                said.label(),
                code,
                said.signal(),
                said.side(),
                said.strength().confidence(),
                said.strength().size(),
                said.prices().entry(),
                said.prices().stopLoss(),
                said.prices().takeProfit(),
                said.reasoning());
    }

    private FeedPrice price(ModelSeries of, MarketQuote close, RunLabel label) {
        closes.fill(of.symbol(), of.timeframe().name(), close.price());
        return new FeedPrice(
                StreamKind.PRICE.wireName(), close.at(), of.symbol(), of.timeframe(), label, close.price(), null, null);
    }

    private static FeedPosition position(ModelSeries of, String code, ModelPosition held, Instant at) {
        return new FeedPosition(
                StreamKind.POSITION.wireName(),
                at,
                of.symbol(),
                of.timeframe(),
                held.label(),
                code,
                held.id(),
                FeedPosition.Action.MODIFIED,
                held.direction().name().toLowerCase(Locale.ROOT),
                held.worth().unrealizedPnl(),
                null,
                "open");
    }

    private static FeedEquity equity(ModelSeries of, List<ModelAccount> accounts, ModelAccount.LastEquity newest) {
        Map<String, BigDecimal> equity = new LinkedHashMap<>();
        accounts.forEach(account -> Optional.ofNullable(account.last())
                .ifPresent(last -> equity.put(account.strategy().code(), last.equity())));
        return new FeedEquity(
                StreamKind.EQUITY.wireName(), newest.at(), of.symbol(), of.timeframe(), newest.label(), equity);
    }
}
