package dev.tradesuite.orchestrator.trade.web;

import dev.tradesuite.contracts.brain.IndicatorReadings;
import dev.tradesuite.contracts.market.Candle;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.contracts.orchestrator.TradeReason;
import dev.tradesuite.contracts.orchestrator.TradeRequest;
import dev.tradesuite.contracts.risk.RiskCheckRequest.ExistingPosition;
import dev.tradesuite.contracts.sizing.RiskStrategy;
import dev.tradesuite.contracts.sizing.SizingRequest.Kelly;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.MarketView;
import dev.tradesuite.orchestrator.trade.MarketView.StatedCandle;
import dev.tradesuite.orchestrator.trade.MarketView.StatedVote;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.SizeChoice.KellyFigures;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.SupposedPosition;
import dev.tradesuite.orchestrator.trade.TradeDefaults;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import dev.tradesuite.support.Sha256;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a request that has passed its constraints: fills in what was left out and says so. */
@Component
public final class TradeMapper {

    private static final String USD = "USD";

    private final InstrumentCatalog catalog;
    private final TradeDefaults defaults;
    private final JsonMapper json;

    public TradeMapper(InstrumentCatalog catalog, TradeDefaults defaults, JsonMapper json) {
        this.catalog = catalog;
        this.defaults = defaults;
        this.json = json;
    }

    /** Hash of a request: two that ask for the same have the same. */
    String hash(Object request) {
        return Sha256.hex(json.writeValueAsBytes(request));
    }

    /** The idea to analyze; a supposed account and supposed positions count. */
    public TradeIdea toAnalyze(TradeRequest request) {
        return toAnalyze(request, hash(request));
    }

    /** The idea to execute: only the account in the books counts. */
    public TradeIdea toExecute(TradeRequest request) {
        return toExecute(request, hash(request));
    }

    TradeIdea toAnalyze(TradeRequest request, String hash) {
        AccountChoice account = request.accountBalance() == null
                ? inBooks(request)
                : new AccountChoice.Supposed(
                        request.accountBalance(), Objects.requireNonNullElse(request.accountCurrency(), USD));
        return idea(request, hash, account, supposed(request), new ArrayList<>());
    }

    TradeIdea toExecute(TradeRequest request, String hash) {
        return inBooks(request, hash, new ArrayList<>());
    }

    /** The idea of an execution that is not to send its order: judged by the account in the books, and no more. */
    TradeIdea toExecuteNot(TradeRequest request, String hash) {
        return inBooks(request, hash, new ArrayList<>(List.of(TradeReason.NOT_EXECUTED.reason())));
    }

    private TradeIdea inBooks(TradeRequest request, String hash, List<Reason> notices) {
        if (request.accountBalance() != null) {
            notices.add(TradeReason.ACCOUNT_BALANCE_IGNORED.reason());
        }
        if (!supposed(request).isEmpty()) {
            notices.add(TradeReason.EXISTING_POSITIONS_IGNORED.reason());
        }
        return idea(request, hash, inBooks(request), List.of(), notices);
    }

    private TradeIdea idea(
            TradeRequest request,
            String hash,
            AccountChoice account,
            List<SupposedPosition> supposed,
            List<Reason> notices) {
        Instrument instrument = instrument(request.symbol());
        StopChoice stop = stop(request, notices);
        SizeChoice size = size(request, notices);
        Leverage leverage = Leverage.ofNullable(request.leverage());
        if (leverage.isHigh()) {
            notices.add(TradeReason.HIGH_LEVERAGE.reason());
        }
        return TradeIdea.of(instrument, request.currentPrice())
                .wantedSide(RequestedSides.wanted(request))
                .entry(entry(request))
                .exit(new TradeExit(stop, request.takeProfitPrice(), null))
                .size(size)
                .leverage(leverage)
                .account(account)
                .supposed(supposed)
                .conversionPrices(catalog.bySymbol(Objects.requireNonNullElse(request.conversionRates(), Map.of())))
                .view(view(request))
                .strategy(request.strategy())
                .notices(notices)
                .requestHash(hash)
                .build();
    }

    private Instrument instrument(String symbol) {
        return catalog.find(symbol).orElseThrow(() -> new IllegalArgumentException(symbol + " is not an instrument"));
    }

    private StopChoice stop(TradeRequest request, List<Reason> notices) {
        boolean stated = request.stopLossPips() != null || request.stopLossPrice() != null;
        if (request.riskStrategy() == RiskStrategy.VOLATILITY) {
            if (stated) {
                notices.add(TradeReason.STOP_FROM_VOLATILITY.reason());
            }
            return new StopChoice.FromVolatility();
        }
        if (!stated) {
            return new StopChoice.Unstated(defaults.stopAtrMultiple());
        }
        return request.stopLossPrice() == null
                ? new StopChoice.Distance(new Pips(Objects.requireNonNull(request.stopLossPips())))
                : new StopChoice.AtPrice(request.stopLossPrice());
    }

    private SizeChoice size(TradeRequest request, List<Reason> notices) {
        RiskStrategy strategy = Objects.requireNonNullElse(request.riskStrategy(), RiskStrategy.FIXED_RISK);
        BigDecimal riskPercent = request.riskPercent();
        if (riskPercent == null && strategy != RiskStrategy.FIXED_LOT) {
            riskPercent = defaults.riskPercent();
            notices.add(TradeReason.RISK_PERCENT_DEFAULTED.reason(
                    "No risk percent was given; %s was used.".formatted(riskPercent.toPlainString())));
        }
        return new SizeChoice(
                strategy,
                riskPercent,
                request.lots() == null ? null : new Lots(request.lots()),
                null,
                null,
                kelly(request.kelly()),
                request.atrMultiplier());
    }

    private AccountChoice inBooks(TradeRequest request) {
        return new AccountChoice.InBooks(Objects.requireNonNullElse(request.accountId(), defaults.accountId()));
    }

    private MarketView view(TradeRequest request) {
        return new MarketView(
                request.timeframe(),
                request.candles() == null
                        ? null
                        : request.candles().stream().map(TradeMapper::candle).toList(),
                readings(request.indicators()),
                votes(request.indicators()),
                request.model(),
                request.asOf());
    }

    private @Nullable Map<String, Double> readings(@Nullable IndicatorReadings indicators) {
        if (indicators == null) {
            return null;
        }
        Map<String, Double> stated = new HashMap<>();
        json.<JsonNode>valueToTree(indicators).forEachEntry((name, value) -> {
            if (value.isNumber()) {
                stated.put(name, value.asDouble());
            }
        });
        return stated;
    }

    private static @Nullable List<StatedVote> votes(@Nullable IndicatorReadings indicators) {
        return indicators == null || indicators.votes() == null
                ? null
                : indicators.votes().stream()
                        .map(vote -> new StatedVote(vote.source(), vote.signal(), vote.value()))
                        .toList();
    }

    private static TradeEntry entry(TradeRequest request) {
        return new TradeEntry(
                Objects.requireNonNullElse(request.orderType(), OrderType.MARKET),
                request.limitPrice(),
                request.stopPrice(),
                TimeInForce.GTC,
                request.expiresAt(),
                false);
    }

    private List<SupposedPosition> supposed(TradeRequest request) {
        List<ExistingPosition> positions = request.existingPositions();
        return positions == null
                ? List.of()
                : positions.stream()
                        .map(position -> new SupposedPosition(
                                instrument(position.symbol()).symbol(),
                                position.side(),
                                new Lots(position.lots()),
                                position.entryPrice(),
                                position.stopLossPrice()))
                        .toList();
    }

    private static StatedCandle candle(Candle candle) {
        return new StatedCandle(
                candle.openTime(), candle.open(), candle.high(), candle.low(), candle.close(), candle.volume());
    }

    private static @Nullable KellyFigures kelly(@Nullable Kelly kelly) {
        return kelly == null
                ? null
                : new KellyFigures(kelly.winRate(), kelly.payoffRatio(), kelly.closedTrades(), kelly.fraction());
    }
}
