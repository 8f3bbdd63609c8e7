package dev.tradesuite.signals.position.web;

import dev.tradesuite.contracts.signals.CurrentPositions;
import dev.tradesuite.contracts.signals.NoDataReason;
import dev.tradesuite.signals.position.HeldPositions;
import dev.tradesuite.signals.position.ModelPosition;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.web.HeadMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Open positions as the contract has them. */
final class HeldPositionMapper {

    private HeldPositionMapper() {}

    static CurrentPositions answer(ModelSelection selection, HeldPositions held) {
        return new CurrentPositions(
                held.at(),
                selection.symbol().orElse(null),
                HeadMapper.timeframe(selection),
                selection.run(),
                selection.label().orElse(null),
                held.positions().size(),
                held.totalNotional(),
                held.totalPnl(),
                held.positions().stream().map(each -> position(each, held.at())).toList(),
                HeadMapper.reason(selection, held.positions().isEmpty(), NoDataReason.NO_OPEN_POSITION));
    }

    private static CurrentPositions.CurrentPosition position(HeldPositions.Held held, Instant now) {
        ModelPosition position = held.position();
        return new CurrentPositions.CurrentPosition(
                position.id(),
                held.account().strategy().code(),
                held.account().strategy().name(),
                position.direction().name().toLowerCase(Locale.ROOT),
                position.size().quantity(),
                position.entryPrice(),
                position.worth().price(),
                position.exits().stopLoss(),
                position.exits().takeProfit(),
                position.worth().unrealizedPnl(),
                position.unrealizedPercent().orElse(null),
                position.entryTime(),
                Math.max(0, Duration.between(position.entryTime(), now).toMinutes()),
                position.size().leverage(),
                held.account().modelVersion(),
                held.account().proxy(),
                position.label());
    }
}
