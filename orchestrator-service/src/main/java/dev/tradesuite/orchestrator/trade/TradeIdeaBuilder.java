package dev.tradesuite.orchestrator.trade;

import dev.tradesuite.contracts.market.Reason;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.Leverage;
import dev.tradesuite.instruments.Side;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a {@link TradeIdea} by name. */
public final class TradeIdeaBuilder {

    private final Instrument instrument;
    private BigDecimal marketPrice;
    private @Nullable Side wantedSide;
    private TradeEntry entry = TradeEntry.AT_MARKET;
    private TradeExit exit = TradeExit.at(new StopChoice.FromVolatility());
    private SizeChoice size = SizeChoice.ofRisk(BigDecimal.ONE);
    private Leverage leverage = Leverage.NOT_STATED;
    private AccountChoice account = new AccountChoice.InBooks("main");
    private List<SupposedPosition> supposed = List.of();
    private Map<String, BigDecimal> conversionPrices = Map.of();
    private @Nullable MarketView view = MarketView.STORED;
    private @Nullable String strategy;
    private @Nullable String clientOrderId;
    private @Nullable ApprovedLine approvedLine;
    private @Nullable ApprovedTerms approved;
    private List<Reason> notices = List.of();
    private String requestHash = "";

    TradeIdeaBuilder(Instrument instrument, BigDecimal marketPrice) {
        this.instrument = instrument;
        this.marketPrice = marketPrice;
    }

    /** A builder that begins with an idea. */
    static TradeIdeaBuilder like(TradeIdea idea) {
        return new TradeIdeaBuilder(idea.instrument(), idea.marketPrice())
                .wantedSide(idea.wantedSide())
                .entry(idea.entry())
                .exit(idea.exit())
                .size(idea.size())
                .leverage(idea.leverage())
                .account(idea.account())
                .supposed(idea.supposed())
                .conversionPrices(idea.conversionPrices())
                .view(idea.view())
                .strategy(idea.strategy())
                .clientOrderId(idea.clientOrderId())
                .approvedLine(idea.approvedLine())
                .approved(idea.approved())
                .notices(idea.notices())
                .requestHash(idea.requestHash());
    }

    TradeIdeaBuilder marketPrice(BigDecimal value) {
        marketPrice = value;
        return this;
    }

    public TradeIdeaBuilder wantedSide(@Nullable Side value) {
        wantedSide = value;
        return this;
    }

    public TradeIdeaBuilder entry(TradeEntry value) {
        entry = value;
        return this;
    }

    public TradeIdeaBuilder exit(TradeExit value) {
        exit = value;
        return this;
    }

    public TradeIdeaBuilder size(SizeChoice value) {
        size = value;
        return this;
    }

    public TradeIdeaBuilder leverage(Leverage value) {
        leverage = value;
        return this;
    }

    public TradeIdeaBuilder account(AccountChoice value) {
        account = value;
        return this;
    }

    public TradeIdeaBuilder supposed(List<SupposedPosition> value) {
        supposed = value;
        return this;
    }

    public TradeIdeaBuilder conversionPrices(Map<String, BigDecimal> value) {
        conversionPrices = value;
        return this;
    }

    public TradeIdeaBuilder view(@Nullable MarketView value) {
        view = value;
        return this;
    }

    public TradeIdeaBuilder strategy(@Nullable String value) {
        strategy = value;
        return this;
    }

    public TradeIdeaBuilder clientOrderId(@Nullable String value) {
        clientOrderId = value;
        return this;
    }

    public TradeIdeaBuilder approvedLine(@Nullable ApprovedLine value) {
        approvedLine = value;
        return this;
    }

    TradeIdeaBuilder approved(@Nullable ApprovedTerms value) {
        approved = value;
        return this;
    }

    public TradeIdeaBuilder notices(List<Reason> value) {
        notices = value;
        return this;
    }

    public TradeIdeaBuilder requestHash(String value) {
        requestHash = value;
        return this;
    }

    public TradeIdea build() {
        return new TradeIdea(
                instrument,
                marketPrice,
                wantedSide,
                entry,
                exit,
                size,
                leverage,
                account,
                supposed,
                conversionPrices,
                view,
                strategy,
                clientOrderId,
                approvedLine,
                approved,
                notices,
                requestHash);
    }
}
