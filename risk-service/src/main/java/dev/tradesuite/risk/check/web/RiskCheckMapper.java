package dev.tradesuite.risk.check.web;

import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.risk.Reduction;
import dev.tradesuite.contracts.risk.RiskCheckRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.risk.RiskCheckRequest.WhatIfAccount;
import dev.tradesuite.instruments.ConversionRates;
import dev.tradesuite.instruments.HeldLots;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.risk.check.CorrelationSource;
import dev.tradesuite.risk.check.ProposedTrade;
import dev.tradesuite.risk.check.ReturnPeriod;
import dev.tradesuite.risk.check.TradePurpose;
import dev.tradesuite.risk.check.TradeQuestion;
import dev.tradesuite.risk.check.TradeQuestion.Subject;
import dev.tradesuite.risk.check.TradeSubjects;
import dev.tradesuite.risk.check.WhatIfPosition;
import dev.tradesuite.support.problem.ProblemException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns a request that met its constraints into a trade of the domain. */
@Component
public final class RiskCheckMapper {

    private static final String DEFAULT_CURRENCY = "USD";

    private final InstrumentCatalog catalog;

    RiskCheckMapper(InstrumentCatalog catalog) {
        this.catalog = catalog;
    }

    /** The trade alone. */
    public ProposedTrade trade(RiskCheckRequest request) {
        return new ProposedTrade(
                instrument(request.symbol()),
                request.side(),
                new Lots(request.lots()),
                request.entryPrice(),
                request.stopLossPrice(),
                Leverage.ofNullable(request.leverage()),
                ConversionRates.of(catalog, rates(request)),
                purpose(request));
    }

    private static TradePurpose purpose(RiskCheckRequest request) {
        boolean named = !HeldLots.isNobody(request.strategy());
        Reduction reduces = request.reduces();
        if (reduces == null) {
            return named ? TradePurpose.OPENS : TradePurpose.BY_POSITION;
        }
        return switch (reduces) {
            case POSITION -> TradePurpose.BY_POSITION;
            case HOLDING -> {
                if (!named) {
                    throw ProblemException.invalid(List.of(new FieldError(
                            "strategy", "NOT_VALID", "is required for an order that reduces a holding", null)));
                }
                yield TradePurpose.CLOSES_HOLDING;
            }
        };
    }

    /** What the trade is about beside its account. */
    public TradeSubjects subjects(RiskCheckRequest request) {
        return new TradeSubjects(instrument(request.symbol()).symbol(), request.strategy(), request.portfolioId());
    }

    /** The returns its correlations are to rest on. */
    public CorrelationSource.Window window(RiskCheckRequest request) {
        Timeframe timeframe = request.correlationTimeframe();
        return new CorrelationSource.Window(
                timeframe == null ? null : new ReturnPeriod(timeframe.name(), timeframe.length()), request.asOf());
    }

    /** The trade with the account it is for. */
    public TradeQuestion question(RiskCheckRequest request) {
        return new TradeQuestion(
                trade(request),
                account(request),
                whatIfPositions(request.existingPositions()),
                rates(request),
                subjects(request),
                window(request));
    }

    private static Subject account(RiskCheckRequest request) {
        WhatIfAccount whatIf = request.whatIf();
        return whatIf == null
                ? new Subject.Remembered(Objects.requireNonNull(request.accountId()))
                : new Subject.WhatIf(
                        Objects.requireNonNullElse(whatIf.currency(), DEFAULT_CURRENCY),
                        whatIf.equity(),
                        Objects.requireNonNullElse(whatIf.dayStartEquity(), whatIf.equity()),
                        Objects.requireNonNullElse(whatIf.highWaterMark(), whatIf.equity()),
                        whatIf.marginUsed());
    }

    private List<WhatIfPosition> whatIfPositions(@Nullable List<ExistingPosition> positions) {
        return Objects.requireNonNullElse(positions, List.<ExistingPosition>of()).stream()
                .map(position -> new WhatIfPosition(
                        instrument(position.symbol()),
                        position.side(),
                        new Lots(position.lots()),
                        position.entryPrice(),
                        position.stopLossPrice()))
                .toList();
    }

    private static Map<String, BigDecimal> rates(RiskCheckRequest request) {
        return Objects.requireNonNullElse(request.conversionRates(), Map.<String, BigDecimal>of());
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol)
                .orElseThrow(
                        () -> new ProblemException(ProblemCode.UNKNOWN_SYMBOL, symbol + " is not in the catalogue"));
    }
}
