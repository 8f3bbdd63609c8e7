package dev.tradesuite.orchestrator.trade.wire;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.Evidence;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads a request that has passed its constraints: fills in what was left out and says so. */
public final class TradeReader {

    private static final String USD = "USD";

    private final InstrumentCatalog catalog;
    private final TradeDefaults defaults;

    public TradeReader(InstrumentCatalog catalog, TradeDefaults defaults) {
        this.catalog = catalog;
        this.defaults = defaults;
    }

    /** The idea to analyze; a supposed account and supposed positions count. */
    public TradeIdea toAnalyze(TradeRequest request) {
        return idea(request, new ArrayList<>());
    }

    /** The idea to execute: only the account in the books counts. */
    public TradeIdea toExecute(TradeRequest request) {
        List<Reason> notices = new ArrayList<>();
        if (request.accountBalance() != null) {
            notices.add(TradeReason.ACCOUNT_BALANCE_IGNORED.reason());
        }
        if (request.existingPositions() != null && !request.existingPositions().isEmpty()) {
            notices.add(TradeReason.EXISTING_POSITIONS_IGNORED.reason());
        }
        return idea(inBooks(request), notices);
    }

    /** The idea of an execution that is not to send its order: judged by the account in the books, and no more. */
    public TradeIdea toExecuteNot(TradeRequest request) {
        TradeIdea idea = toExecute(request);
        List<Reason> notices = new ArrayList<>(idea.notices());
        notices.add(TradeReason.NOT_EXECUTED.reason());
        return idea.with(notices);
    }

    private TradeIdea idea(TradeRequest stated, List<Reason> notices) {
        Instrument instrument = catalog.find(stated.symbol())
                .orElseThrow(() -> new IllegalArgumentException(stated.symbol() + " is not an instrument"));
        TradeRequest request = completed(stated, instrument, notices);
        TradeIdea.Entry entry = entry(request);
        Leverage leverage = Leverage.ofNullable(request.leverage());
        if (leverage.isHigh()) {
            notices.add(TradeReason.HIGH_LEVERAGE.reason());
        }
        return new TradeIdea(
                instrument,
                request.currentPrice(),
                Sides.wanted(request),
                entry,
                stop(request),
                request.takeProfitPrice(),
                leverage,
                account(request),
                request.conversionRates() == null ? Map.of() : request.conversionRates(),
                request.asOf(),
                request.strategy(),
                notices,
                new Evidence(request));
    }

    /** The request with what was left out: the form in which it is asked on, hashed and kept. */
    private TradeRequest completed(TradeRequest request, Instrument instrument, List<Reason> notices) {
        RiskStrategy strategy = Objects.requireNonNullElse(request.riskStrategy(), RiskStrategy.FIXED_RISK);
        BigDecimal stopLossPips = request.stopLossPips();
        BigDecimal stopLossPrice = request.stopLossPrice();
        if (strategy == RiskStrategy.VOLATILITY) {
            if (stopLossPips != null || stopLossPrice != null) {
                notices.add(TradeReason.STOP_FROM_VOLATILITY.reason());
            }
            stopLossPips = null;
            stopLossPrice = null;
        } else if (stopLossPips == null && stopLossPrice == null) {
            stopLossPips = defaults.stopLoss().value();
            notices.add(TradeReason.STOP_LOSS_DEFAULTED.reason(
                    "No stop was given; %s pips were used.".formatted(defaults.stopLoss())));
        }
        BigDecimal riskPercent = request.riskPercent();
        if (riskPercent == null && strategy != RiskStrategy.FIXED_LOT) {
            riskPercent = defaults.riskPercent();
            notices.add(TradeReason.RISK_PERCENT_DEFAULTED.reason(
                    "No risk percent was given; %s was used.".formatted(riskPercent.toPlainString())));
        }
        return new TradeRequest(
                instrument.symbol(),
                request.currentPrice(),
                request.side(),
                stopLossPips,
                stopLossPrice,
                request.takeProfitPrice(),
                strategy,
                riskPercent,
                request.lots(),
                request.kelly(),
                request.atrMultiplier(),
                request.leverage(),
                request.accountId() == null && request.accountBalance() == null
                        ? defaults.accountId()
                        : request.accountId(),
                request.accountBalance(),
                request.accountCurrency(),
                request.existingPositions(),
                request.timeframe(),
                request.candles(),
                request.indicators(),
                request.conversionRates(),
                request.asOf(),
                request.strategy(),
                request.orderType(),
                request.limitPrice(),
                request.stopPrice(),
                request.expiresAt(),
                request.autoExecute());
    }

    private static TradeRequest inBooks(TradeRequest request) {
        return new TradeRequest(
                request.symbol(),
                request.currentPrice(),
                request.side(),
                request.stopLossPips(),
                request.stopLossPrice(),
                request.takeProfitPrice(),
                request.riskStrategy(),
                request.riskPercent(),
                request.lots(),
                request.kelly(),
                request.atrMultiplier(),
                request.leverage(),
                request.accountId(),
                null,
                null,
                null,
                request.timeframe(),
                request.candles(),
                request.indicators(),
                request.conversionRates(),
                request.asOf(),
                request.strategy(),
                request.orderType(),
                request.limitPrice(),
                request.stopPrice(),
                request.expiresAt(),
                request.autoExecute());
    }

    private static TradeIdea.Entry entry(TradeRequest request) {
        return new TradeIdea.Entry(type(request), Sides.statedPrice(request), request.expiresAt());
    }

    private static OrderType type(TradeRequest request) {
        return request.orderType() == null ? OrderType.MARKET : request.orderType();
    }

    private static StopChoice stop(TradeRequest request) {
        if (request.stopLossPrice() != null) {
            return new StopChoice.Price(request.stopLossPrice());
        }
        return request.stopLossPips() == null
                ? new StopChoice.FromVolatility()
                : new StopChoice.Distance(new Pips(request.stopLossPips()));
    }

    private AccountChoice account(TradeRequest request) {
        return request.accountBalance() == null
                ? new AccountChoice.InBooks(Objects.requireNonNullElse(request.accountId(), defaults.accountId()))
                : new AccountChoice.Supposed(
                        request.accountBalance(), Objects.requireNonNullElse(request.accountCurrency(), USD));
    }
}
