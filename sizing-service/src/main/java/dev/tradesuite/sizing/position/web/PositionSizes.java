package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingOutcome;
import dev.tradesuite.contracts.sizing.SizingReason;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.sizing.position.Arithmetic;
import dev.tradesuite.sizing.position.Notice;
import dev.tradesuite.sizing.position.SizingResult;
import dev.tradesuite.sizing.position.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Turns the result of sizing into the answer on the wire. */
final class PositionSizes {

    private PositionSizes() {}

    static PositionSize of(Trade trade, SizingResult result) {
        Arithmetic arithmetic = result.arithmetic();
        PositionMath math = arithmetic.math();
        SizingResult.@Nullable Sized sized = result instanceof SizingResult.Sized some ? some : null;
        SizingResult.@Nullable Refused refused = result instanceof SizingResult.Refused none ? none : null;
        return new PositionSize(
                trade.instrument().symbol(),
                sized == null ? SizingOutcome.REFUSED : SizingOutcome.SIZED,
                RiskStrategy.valueOf(arithmetic.strategy().name()),
                sized == null ? BigDecimal.ZERO : sized.lots().value(),
                trade.account().currency(),
                arithmetic.amountAtRisk(),
                percent(arithmetic.riskFraction()),
                arithmetic.stop() == null ? null : arithmetic.stop().value(),
                math == null ? null : math.pipValuePerLot(),
                math == null ? null : conversion(math.conversion()),
                arithmetic.rawLots() == null ? null : arithmetic.rawLots().value(),
                sized == null ? null : sized.realisedRisk(),
                sized == null
                        ? null
                        : Amounts.percent(sized.realisedRisk(), trade.account().equity()),
                sized == null ? null : sized.notional(),
                sized == null ? null : sized.margin(),
                sized == null ? null : sized.marginRate(),
                arithmetic.kellyFraction() == null
                        ? null
                        : arithmetic.kellyFraction().doubleValue(),
                reasons(result.notices(), Notice.Kind::isCap),
                reasons(result.notices(), Notice.Kind::isWarning),
                refused == null
                        ? null
                        : reason(refused.refusal().cause(), refused.refusal().message()),
                refused == null ? null : refused.minimumLotRisk());
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal fraction) {
        return fraction == null ? null : Amounts.stripped(fraction.movePointRight(2));
    }

    private static PositionSize.Conversion conversion(CurrencyConversion conversion) {
        return new PositionSize.Conversion(conversion.from(), conversion.to(), conversion.rate(), conversion.path());
    }

    private static List<Reason> reasons(List<Notice> notices, Predicate<Notice.Kind> wanted) {
        return notices.stream()
                .filter(notice -> wanted.test(notice.kind()))
                .map(notice -> reason(notice.kind(), notice.message()))
                .toList();
    }

    /** The reason of the same name: the contract lists what the domain can find, and a test compares the two. */
    private static Reason reason(Enum<?> name, String message) {
        return new Reason(SizingReason.valueOf(name.name()).name(), message);
    }
}
