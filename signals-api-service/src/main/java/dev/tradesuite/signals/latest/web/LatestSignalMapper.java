package dev.tradesuite.signals.latest.web;

import dev.tradesuite.contracts.signals.LatestModelSignals;
import dev.tradesuite.contracts.signals.MarketPhase;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.signals.latest.LastSignal;
import dev.tradesuite.signals.latest.LatestSignals;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.HeadMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Newest signals as the contract has them. */
final class LatestSignalMapper {

    private LatestSignalMapper() {}

    static LatestModelSignals answer(ModelSelection selection, LatestSignals latest) {
        return new LatestModelSignals(
                latest.at(),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                latest.price().orElse(null),
                latest.market().map(LatestSignalMapper::phase).orElse(null),
                latest.signals().stream().map(said -> signal(said, latest.at())).toList(),
                HeadMapper.reason(selection, latest.signals().isEmpty(), NoDataReason.NO_SIGNALS));
    }

    private static MarketPhase phase(MarketStatus status) {
        return switch (status) {
            case OPEN -> MarketPhase.OPEN;
            case PRE_MARKET -> MarketPhase.PRE_MARKET;
            case CLOSED -> MarketPhase.CLOSED;
        };
    }

    private static LatestModelSignals.LatestModelSignal signal(LatestSignals.Said said, Instant now) {
        LastSignal signal = said.signal();
        return new LatestModelSignals.LatestModelSignal(
                said.account().strategy().code(),
                said.account().strategy().name(),
                signal.signal(),
                signal.side(),
                signal.strength().confidence(),
                signal.strength().size(),
                signal.prices().entry(),
                signal.prices().stopLoss(),
                signal.prices().takeProfit(),
                signal.riskUsd(),
                signal.reasoning(),
                signal.at(),
                Math.max(0, Duration.between(signal.at(), now).toSeconds()),
                Objects.requireNonNull(said.account().modelVersion()),
                Boolean.TRUE.equals(said.account().proxy()),
                signal.label());
    }
}
