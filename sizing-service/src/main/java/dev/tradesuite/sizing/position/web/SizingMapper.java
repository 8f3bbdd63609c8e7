package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.PositionSize;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingOutcome;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.instruments.Amounts;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.CurrencyConversion;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.PositionMath;
import dev.tradesuite.sizing.position.Arithmetic;
import dev.tradesuite.sizing.position.FixedLot;
import dev.tradesuite.sizing.position.FixedRisk;
import dev.tradesuite.sizing.position.Kelly;
import dev.tradesuite.sizing.position.MarginRoom;
import dev.tradesuite.sizing.position.Notice;
import dev.tradesuite.sizing.position.RiskPercent;
import dev.tradesuite.sizing.position.SizingAccount;
import dev.tradesuite.sizing.position.SizingMethod;
import dev.tradesuite.sizing.position.SizingResult;
import dev.tradesuite.sizing.position.SizingSettings;
import dev.tradesuite.sizing.position.SizingTrade;
import dev.tradesuite.sizing.position.TradingCosts;
import dev.tradesuite.sizing.position.Volatility;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads requests that met their constraints, with the defaults for what they do not state, and writes the answers. */
@Component
final class SizingMapper {

    private static final String DEFAULT_CURRENCY = "USD";

    private final InstrumentCatalog catalog;
    private final RiskPercent defaultRisk;
    private final BigDecimal defaultMarginLimit;

    SizingMapper(InstrumentCatalog catalog, SizingSettings settings) {
        this.catalog = catalog;
        this.defaultRisk = new RiskPercent(settings.defaultRiskPercent());
        this.defaultMarginLimit = settings.marginLimitPercent();
    }

    SizingTrade trade(SizingRequest request) {
        return new SizingTrade(
                instrument(request.symbol()),
                request.side(),
                request.entryPrice(),
                new SizingAccount(
                        request.accountBalance(),
                        request.accountCurrency() == null ? DEFAULT_CURRENCY : request.accountCurrency(),
                        marginRoom(request.margin())),
                Leverage.ofNullable(request.leverage()),
                rates(request.conversionRates()),
                costs(request.costs()),
                method(request));
    }

    static PositionSize answer(SizingTrade trade, SizingResult result) {
        Arithmetic arithmetic = result.arithmetic();
        PositionMath math = arithmetic.math();
        SizingResult.@Nullable Sized sized = result instanceof SizingResult.Sized some ? some : null;
        SizingResult.@Nullable Refused refused = result instanceof SizingResult.Refused none ? none : null;
        return new PositionSize(
                trade.instrument().symbol(),
                sized == null ? SizingOutcome.REFUSED : SizingOutcome.SIZED,
                arithmetic.strategy(),
                sized == null ? BigDecimal.ZERO : sized.lots().value(),
                trade.account().currency(),
                arithmetic.amountAtRisk(),
                percent(arithmetic.riskFraction()),
                arithmetic.stop() == null ? null : arithmetic.stop().value(),
                math == null ? null : math.pipValuePerLot(),
                math == null ? null : conversion(math.conversion()),
                arithmetic.rawLots() == null ? null : arithmetic.rawLots().value(),
                sized == null ? null : sized.realisedRisk(),
                sized == null ? null : sized.tradingCosts(),
                sized == null
                        ? null
                        : Amounts.percent(sized.realisedRisk(), trade.account().equity()),
                sized == null ? null : sized.notional(),
                sized == null ? null : sized.margin(),
                sized == null ? null : sized.marginRate(),
                arithmetic.kellyFraction() == null
                        ? null
                        : arithmetic.kellyFraction().doubleValue(),
                reasons(result.notices(), Notice::isCap),
                reasons(result.notices(), Notice::isWarning),
                refused == null ? null : refused.refusal(),
                refused == null ? null : refused.minimumLotRisk());
    }

    private static @Nullable BigDecimal percent(@Nullable BigDecimal fraction) {
        return fraction == null ? null : Amounts.stripped(fraction.movePointRight(2));
    }

    private static PositionSize.Conversion conversion(CurrencyConversion conversion) {
        return new PositionSize.Conversion(conversion.from(), conversion.to(), conversion.rate(), conversion.path());
    }

    private static List<Reason> reasons(List<Notice> notices, Predicate<Notice> wanted) {
        return notices.stream().filter(wanted).map(Notice::reason).toList();
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.UNKNOWN_SYMBOL, symbol + " is not in the catalogue"));
    }

    private ConversionRates rates(@Nullable Map<String, BigDecimal> prices) {
        return prices == null ? ConversionRates.none() : ConversionRates.of(catalog, prices);
    }

    private MarginRoom marginRoom(SizingRequest.@Nullable Margin stated) {
        return stated == null
                ? new MarginRoom(defaultMarginLimit, BigDecimal.ZERO, BigDecimal.ZERO)
                : new MarginRoom(
                        stated.limitPercent() == null ? defaultMarginLimit : stated.limitPercent(),
                        orZero(stated.used()),
                        orZero(stated.reserved()));
    }

    private static TradingCosts costs(SizingRequest.@Nullable Costs stated) {
        return stated == null
                ? TradingCosts.NONE
                : new TradingCosts(
                        new Pips(orZero(stated.spreadPips())),
                        new Pips(orZero(stated.slippagePips())),
                        orZero(stated.commissionPerLot()));
    }

    private static BigDecimal orZero(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ZERO : value;
    }

    private SizingMethod method(SizingRequest request) {
        RiskPercent risk = request.riskPercent() == null ? defaultRisk : new RiskPercent(request.riskPercent());
        Pips stop = request.stopLossPips() == null ? null : new Pips(request.stopLossPips());
        RiskStrategy strategy = request.riskStrategy() == null ? RiskStrategy.FIXED_RISK : request.riskStrategy();
        return switch (strategy) {
            case FIXED_RISK -> new FixedRisk(risk, stop);
            case FIXED_LOT -> new FixedLot(request.lots() == null ? null : new Lots(request.lots()), stop);
            case KELLY -> new Kelly(risk, figures(request.kelly()), stop);
            case VOLATILITY -> new Volatility(risk, range(request.volatility()));
        };
    }

    private static Kelly.@Nullable Figures figures(SizingRequest.@Nullable Kelly stated) {
        return stated == null
                ? null
                : new Kelly.Figures(
                        stated.winRate(),
                        stated.payoffRatio(),
                        stated.closedTrades(),
                        stated.fraction() == null ? Kelly.Figures.HALF : stated.fraction());
    }

    private static Volatility.@Nullable Range range(SizingRequest.@Nullable Volatility stated) {
        return stated == null
                ? null
                : new Volatility.Range(
                        stated.atr(),
                        stated.multiplier() == null ? Volatility.Range.DEFAULT_MULTIPLIER : stated.multiplier());
    }
}
