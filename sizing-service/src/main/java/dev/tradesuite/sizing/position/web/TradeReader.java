package dev.tradesuite.sizing.position.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.sizing.position.Account;
import dev.tradesuite.sizing.position.FixedLot;
import dev.tradesuite.sizing.position.FixedRisk;
import dev.tradesuite.sizing.position.Kelly;
import dev.tradesuite.sizing.position.RiskPercent;
import dev.tradesuite.sizing.position.SizingMethod;
import dev.tradesuite.sizing.position.Trade;
import dev.tradesuite.sizing.position.Volatility;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request that met its constraints into a trade, with the defaults for what it does not state. */
@Component
final class TradeReader {

    private static final String DEFAULT_CURRENCY = "USD";

    private final InstrumentCatalog catalog;
    private final RiskPercent defaultRisk;

    TradeReader(InstrumentCatalog catalog, RiskPercent defaultRisk) {
        this.catalog = catalog;
        this.defaultRisk = defaultRisk;
    }

    Trade read(SizingRequest request) {
        return new Trade(
                instrument(request.symbol()),
                request.side() == null ? null : Side.valueOf(request.side().name()),
                request.entryPrice(),
                new Account(
                        request.accountBalance(),
                        request.accountCurrency() == null ? DEFAULT_CURRENCY : request.accountCurrency()),
                Leverage.ofNullable(request.leverage()),
                rates(request.conversionRates()),
                method(request));
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.UNKNOWN_SYMBOL, symbol + " is not in the catalogue"));
    }

    private ConversionRates rates(@Nullable Map<String, BigDecimal> prices) {
        return prices == null ? ConversionRates.none() : ConversionRates.of(catalog, prices);
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
