package dev.tradesuite.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.CandleClosed;
import dev.tradesuite.contracts.brain.CandleImplausible;
import dev.tradesuite.contracts.cycle.CycleEnded;
import dev.tradesuite.contracts.event.Topics;
import dev.tradesuite.contracts.ledger.AccountUpdated;
import dev.tradesuite.contracts.ledger.Portfolio;
import dev.tradesuite.contracts.ledger.PortfolioSnapshot;
import dev.tradesuite.contracts.ledger.PortfolioTraded;
import dev.tradesuite.contracts.orchestrator.OrderClosed;
import dev.tradesuite.contracts.orchestrator.OrderFilled;
import dev.tradesuite.contracts.orchestrator.ProtectionChanged;
import dev.tradesuite.contracts.risk.HighWaterMarkChanged;
import dev.tradesuite.contracts.risk.LimitBreached;
import dev.tradesuite.contracts.risk.TradingStateInfo;
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
                    Topics.ORDERS_EVENTS,
                    "account",
                    "orchestrator-service",
                    "Fills of orders, orders that ended without being filled in full, and what protects positions",
                    List.of(
                            new AsyncApiPage.Message("order.filled", OrderFilled.class),
                            new AsyncApiPage.Message("order.closed", OrderClosed.class),
                            new AsyncApiPage.Message("order.protection", ProtectionChanged.class))),
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
                    List.of(new AsyncApiPage.Message("cycle.ended", CycleEnded.class))));

    @Test
    void pageSaysWhatTheRecordsSay() throws IOException {
        String page = AsyncApiPage.of(CHANNELS);
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
        // Signals on closed candles have a topic and, so far, nobody who publishes there.
        assertThat(topics.filter(topic -> !topic.equals(Topics.BRAIN_SIGNALS)))
                .containsExactlyInAnyOrderElementsOf(
                        CHANNELS.stream().map(AsyncApiPage.Channel::topic).toList());
    }
}
