package dev.tradesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.BarSignals;
import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.CandleImplausible;
import dev.tradesuite.contracts.brain.PriceTick;
import dev.tradesuite.contracts.cycle.CycleEnded;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.ledger.PortfolioTraded;
import dev.tradesuite.contracts.orchestrator.ApprovalChanged;
import dev.tradesuite.contracts.orchestrator.BrokerDifference;
import dev.tradesuite.contracts.orchestrator.DecisionMade;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.contracts.orchestrator.TradingStopChanged;
import dev.tradesuite.contracts.portfolio.CorrelationRegimeChanged;
import dev.tradesuite.contracts.portfolio.FollowingStep;
import dev.tradesuite.contracts.portfolio.LifecycleChanged;
import dev.tradesuite.contracts.portfolio.LivePortfolioRisk;
import dev.tradesuite.contracts.portfolio.PairCorrelationChanged;
import dev.tradesuite.contracts.portfolio.PortfolioLimitChanged;
import dev.tradesuite.contracts.portfolio.PortfolioMessage;
import dev.tradesuite.contracts.portfolio.PortfolioStateTold;
import dev.tradesuite.contracts.portfolio.RebalancingChanged;
import dev.tradesuite.contracts.portfolio.RotationProposal;
import dev.tradesuite.contracts.risk.HighWaterMarkChanged;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.TradingStateInfo;
import dev.tradesuite.contracts.signals.ActivityMessage;
import dev.tradesuite.contracts.signals.FeedEquity;
import dev.tradesuite.contracts.signals.FeedMessage;
import dev.tradesuite.contracts.signals.FeedNews;
import dev.tradesuite.contracts.signals.FeedNotice;
import dev.tradesuite.contracts.signals.FeedPosition;
import dev.tradesuite.contracts.signals.FeedPrice;
import dev.tradesuite.contracts.signals.FeedSignal;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The page {@code docs/asyncapi.yaml} describes every topic and what travels on it, as the records have it.
 *
 * <p>Run with {@code -Ddocs.write=true} to write it anew.
 */
class AsyncApiPageTest {

    private static final Path PAGE = Path.of("..", "..", "docs", "asyncapi.yaml");

    private static final List<AsyncApiPage.Channel> CHANNELS = List.of(
            new AsyncApiPage.Channel(
                    Topics.MARKET_BARS,
                    "symbol",
                    "brain-service",
                    "Candles that have closed, and those that are not believed",
                    List.of(
                            new AsyncApiPage.Message("candle.closed", CandleClosed.class),
                            new AsyncApiPage.Message("candle.implausible", CandleImplausible.class))),
            new AsyncApiPage.Channel(
                    Topics.MARKET_PRICES,
                    "symbol",
                    "brain-service",
                    "Prices between candles; the next one replaces a lost one",
                    List.of(new AsyncApiPage.Message("market.price", PriceTick.class))),
            new AsyncApiPage.Channel(
                    Topics.BRAIN_SIGNALS,
                    "symbol",
                    "brain-service",
                    "Closed candles with what every trading model says about them",
                    List.of(new AsyncApiPage.Message("bar.signals", BarSignals.class))),
            new AsyncApiPage.Channel(
                    Topics.ORDERS_EVENTS,
                    "account, or decision where it supposes one",
                    "orchestrator-service",
                    "Decisions, fills of orders, orders that ended without being filled in full, what protects"
                            + " positions, and stops of trading",
                    List.of(
                            new AsyncApiPage.Message("decision.made", DecisionMade.class),
                            new AsyncApiPage.Message("order.filled", OrderFilled.class),
                            new AsyncApiPage.Message("order.closed", OrderClosed.class),
                            new AsyncApiPage.Message("order.protection", ProtectionChanged.class),
                            new AsyncApiPage.Message("broker.difference", BrokerDifference.class),
                            new AsyncApiPage.Message("stop.changed", TradingStopChanged.class))),
            new AsyncApiPage.Channel(
                    Topics.APPROVALS_EVENTS,
                    "approval",
                    "orchestrator-service",
                    "What waits for a person to approve it, and what was decided",
                    List.of(
                            new AsyncApiPage.Message("approval.requested", ApprovalChanged.class),
                            new AsyncApiPage.Message("approval.approved", ApprovalChanged.class),
                            new AsyncApiPage.Message("approval.executed", ApprovalChanged.class),
                            new AsyncApiPage.Message("approval.not_executed", ApprovalChanged.class),
                            new AsyncApiPage.Message("approval.rejected", ApprovalChanged.class),
                            new AsyncApiPage.Message("approval.expired", ApprovalChanged.class))),
            new AsyncApiPage.Channel(
                    Topics.LEDGER_EVENTS,
                    "account or portfolio",
                    "ledger-service",
                    "Accounts and portfolios as they change",
                    List.of(
                            new AsyncApiPage.Message("account.updated", AccountUpdated.class),
                            new AsyncApiPage.Message("portfolio.changed", Portfolio.class),
                            new AsyncApiPage.Message("portfolio.traded", PortfolioTraded.class),
                            new AsyncApiPage.Message("portfolio.snapshot", PortfolioSnapshot.class),
                            // A paper order of a portfolio that came to nothing.
                            new AsyncApiPage.Message("order.closed", OrderClosed.class))),
            new AsyncApiPage.Channel(
                    Topics.RISK_EVENTS,
                    "account, or the subject of a trading state",
                    "risk-service",
                    "Limits that were broken, and changes of the trading state",
                    List.of(
                            new AsyncApiPage.Message("limit.breached", LimitBreached.class),
                            new AsyncApiPage.Message("trading_state.changed", TradingStateInfo.class),
                            new AsyncApiPage.Message("high_water_mark.changed", HighWaterMarkChanged.class))),
            new AsyncApiPage.Channel(
                    Topics.CYCLES_RESULTS,
                    "portfolio",
                    "orchestrator-service",
                    "Cycles that have ended",
                    List.of(new AsyncApiPage.Message("cycle.ended", CycleEnded.class))),
            new AsyncApiPage.Channel(
                    Topics.PORTFOLIO_EVENTS,
                    "strategy, label of its returns, or account",
                    "portfolio-service",
                    "Strategies as assets: how far they have come, what became of the signals they follow, which of"
                            + " them have become too much alike, when the correlations shift, and what is proposed for"
                            + " those that do not do what they should; what accounts can lose, and which limits they"
                            + " passed",
                    List.of(
                            new AsyncApiPage.Message("lifecycle.changed", LifecycleChanged.class),
                            new AsyncApiPage.Message("strategy.followed", FollowingStep.class),
                            new AsyncApiPage.Message("correlation.pair", PairCorrelationChanged.class),
                            new AsyncApiPage.Message("correlation.regime", CorrelationRegimeChanged.class),
                            new AsyncApiPage.Message("rebalancing.changed", RebalancingChanged.class),
                            new AsyncApiPage.Message("rotation.proposed", RotationProposal.class),
                            new AsyncApiPage.Message("rotation.decided", RotationProposal.class),
                            new AsyncApiPage.Message("portfolio.state", PortfolioStateTold.class),
                            new AsyncApiPage.Message("portfolio.risk", LivePortfolioRisk.class),
                            new AsyncApiPage.Message("portfolio.limit_breached", PortfolioLimitChanged.class),
                            new AsyncApiPage.Message("portfolio.limit_kept", PortfolioLimitChanged.class))),
            new AsyncApiPage.Channel(
                    Topics.SIGNALS_FEED,
                    "feed, always: it has one partition",
                    "signals-api-service",
                    "What the WebSocket feed sends; the offset is its seq. Kept for seven days",
                    List.of(
                            new AsyncApiPage.Message("feed.message", FeedMessage.class),
                            new AsyncApiPage.Message("feed.notice", FeedNotice.class))));

    private static final List<AsyncApiPage.Message> SOCKET = Stream.concat(
                    Stream.of(
                            new AsyncApiPage.Message("signal", FeedSignal.class),
                            new AsyncApiPage.Message("position_update", FeedPosition.class),
                            new AsyncApiPage.Message("price_update", FeedPrice.class),
                            new AsyncApiPage.Message("equity_update", FeedEquity.class)),
                    Stream.concat(PortfolioMessage.wireNames().stream(), ActivityMessage.wireNames().stream())
                            .map(type -> new AsyncApiPage.Message(type, FeedNews.class)))
            .toList();

    @Test
    void pageSaysWhatTheRecordsSay() throws IOException {
        String page = AsyncApiPage.of(CHANNELS, SOCKET);
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).as("stale; run this test with -Ddocs.write=true").hasContent(page);
    }

    @Test
    void everyTopicInUseIsDescribed() {
        Stream<String> topics = Arrays.stream(Topics.class.getFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.getName().endsWith("SUFFIX"))
                .map(field -> {
                    try {
                        return (String) field.get(null);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                });
        assertThat(topics)
                .containsExactlyInAnyOrderElementsOf(
                        CHANNELS.stream().map(AsyncApiPage.Channel::topic).toList());
    }
}
