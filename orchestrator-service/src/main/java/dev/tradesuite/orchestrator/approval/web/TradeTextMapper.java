package dev.tradesuite.orchestrator.approval.web;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.contracts.orchestrator.OrderType;
import dev.tradesuite.contracts.orchestrator.TimeInForce;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Lots;
import dev.tradesuite.instruments.Pips;
import dev.tradesuite.instruments.Side;
import dev.tradesuite.orchestrator.approval.ApprovalQuestion.Check;
import dev.tradesuite.orchestrator.approval.TradeTexts;
import dev.tradesuite.orchestrator.trade.AccountChoice;
import dev.tradesuite.orchestrator.trade.ApprovedTerms;
import dev.tradesuite.orchestrator.trade.MarketView;
import dev.tradesuite.orchestrator.trade.PendingApproval;
import dev.tradesuite.orchestrator.trade.SizeChoice;
import dev.tradesuite.orchestrator.trade.StopChoice;
import dev.tradesuite.orchestrator.trade.TradeDecision;
import dev.tradesuite.orchestrator.trade.TradeEntry;
import dev.tradesuite.orchestrator.trade.TradeExit;
import dev.tradesuite.orchestrator.trade.TradeIdea;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Trades as JSON. What is decided on anew is kept as the domain has it: it lives as long as its approval can be
 * decided, and one that cannot be read any more after an update is not executed.
 */
@Component
final class TradeTextMapper implements TradeTexts {

    private final InstrumentCatalog catalog;
    private final JsonMapper json;

    TradeTextMapper(InstrumentCatalog catalog, JsonMapper json) {
        this.catalog = catalog;
        this.json = json.rebuild()
                .addMixIn(StopChoice.class, NamedStop.class)
                .changeDefaultVisibility(seen -> seen.withIsGetterVisibility(Visibility.NONE))
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    @Override
    public String payload(TradeDecision decision) {
        TradeIdea idea = decision.idea();
        TradeDecision.Findings found = decision.findings();
        Side side = Objects.requireNonNull(found.side(), "a trade has a side");
        Pips trailing = idea.exit().trailingStop();
        PendingApproval pending = Objects.requireNonNull(decision.approval(), "it waits for an approval");
        return json.writeValueAsString(new Payload(
                decision.id(),
                decision.inputHash(),
                idea.accountId().orElse(null),
                idea.symbol(),
                side,
                Objects.requireNonNull(found.lots(), "a trade has a size").value(),
                idea.entry().type(),
                idea.entry().limitPrice(),
                idea.entry().stopPrice(),
                idea.entry().timeInForce(),
                idea.entry().expiresAt(),
                idea.marketPrice(),
                idea.entryPrice(side),
                found.stopLossPrice(),
                idea.exit().takeProfitPrice(),
                trailing == null ? null : trailing.value(),
                idea.leverage().isStated() ? idea.leverage().value() : null,
                idea.strategy(),
                pending.clientOrderId()));
    }

    @Override
    public Approved approved(String payload, BigDecimal maxMovePercent) {
        Payload read = json.readValue(payload, Payload.class);
        return new Approved(
                read.side,
                new ApprovedTerms(new Lots(read.lots), read.marketPrice, maxMovePercent),
                read.clientOrderId);
    }

    @Override
    public List<Check> checks(TradeDecision decision) {
        return decision.findings().verdict() == null
                ? List.of()
                : Stream.of(json.readValue(
                                decision.findings().verdict().checks().text(), RiskCheck[].class))
                        .map(check -> new Check(check.check, check.passed, check.message))
                        .toList();
    }

    @Override
    public String trade(TradeIdea idea) {
        return json.writeValueAsString(new StoredTrade(
                idea.symbol(),
                idea.marketPrice(),
                idea.wantedSide(),
                idea.entry(),
                idea.exit(),
                idea.size(),
                idea.leverage(),
                idea.accountId().orElseThrow(),
                idea.conversionPrices(),
                idea.view(),
                idea.strategy(),
                idea.notices(),
                idea.requestHash()));
    }

    @Override
    public TradeIdea idea(String trade) {
        StoredTrade read;
        try {
            read = json.readValue(trade, StoredTrade.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the trade cannot be read any more", e);
        }
        return TradeIdea.of(catalog.find(read.symbol).orElseThrow(), read.marketPrice)
                .wantedSide(read.wantedSide)
                .entry(read.entry)
                .exit(read.exit)
                .size(read.size)
                .leverage(read.leverage)
                .account(new AccountChoice.InBooks(read.accountId))
                .conversionPrices(read.conversionPrices)
                .view(read.view)
                .strategy(read.strategy)
                .notices(read.notices)
                .requestHash(read.requestHash)
                .build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = StopChoice.Distance.class, name = "distance"),
        @JsonSubTypes.Type(value = StopChoice.AtPrice.class, name = "price"),
        @JsonSubTypes.Type(value = StopChoice.FromVolatility.class, name = "volatility"),
        @JsonSubTypes.Type(value = StopChoice.Trailing.class, name = "trailing"),
        @JsonSubTypes.Type(value = StopChoice.Unstated.class, name = "unstated"),
        @JsonSubTypes.Type(value = StopChoice.None.class, name = "none")
    })
    private interface NamedStop {}

    private record RiskCheck(String check, boolean passed, String message) {}

    /** What the approver reads. */
    private record Payload(
            UUID decisionId,
            String inputHash,
            @Nullable String accountId,
            String symbol,
            Side side,
            BigDecimal lots,
            OrderType orderType,
            @Nullable BigDecimal limitPrice,
            @Nullable BigDecimal stopPrice,
            TimeInForce timeInForce,
            @Nullable Instant expiresAt,
            BigDecimal marketPrice,
            BigDecimal entryPrice,
            @Nullable BigDecimal stopLossPrice,
            @Nullable BigDecimal takeProfitPrice,
            @Nullable BigDecimal trailingStopPips,
            @Nullable BigDecimal leverage,
            @Nullable String strategy,
            String clientOrderId) {}

    /** An idea without what belongs to the moment it was asked in. */
    private record StoredTrade(
            String symbol,
            BigDecimal marketPrice,
            @Nullable Side wantedSide,
            TradeEntry entry,
            TradeExit exit,
            SizeChoice size,
            Leverage leverage,
            String accountId,
            Map<String, BigDecimal> conversionPrices,
            @Nullable MarketView view,
            @Nullable String strategy,
            List<Reason> notices,
            String requestHash) {}
}
