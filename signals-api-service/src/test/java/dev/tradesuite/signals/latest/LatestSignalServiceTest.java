package dev.tradesuite.signals.latest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.contracts.brain.PositionSignal;
import dev.tradesuite.contracts.market.RunLabel;
import dev.tradesuite.contracts.signals.SignalSide;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import dev.tradesuite.instruments.MarketStatus;
import dev.tradesuite.signals.price.LivePrices;
import dev.tradesuite.signals.price.MarketQuote;
import dev.tradesuite.signals.series.Accounts;
import dev.tradesuite.signals.series.ModelAccount;
import dev.tradesuite.signals.series.ModelSelection;
import dev.tradesuite.signals.series.ModelSeries;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LatestSignalServiceTest {

    /** A Monday. */
    private static final Instant CLOSE = Instant.parse("2026-03-02T10:00:00Z");

    private static final ModelAccount SPOKE = Accounts.account(1, "RL_PPO", CLOSE, CLOSE, "10000");
    private static final ModelAccount SILENT = Accounts.account(2, "ML_XGB", CLOSE, CLOSE, "10000");

    private final Map<Integer, LastSignal> signals = new HashMap<>();
    private Optional<MarketQuote> close = Optional.of(new MarketQuote("EURUSD", new BigDecimal("1.1"), CLOSE));

    private final class FakeStore implements LatestStore {

        @Override
        public Map<Integer, LastSignal> signals(ModelSeries series) {
            return signals;
        }

        @Override
        public Optional<MarketQuote> price(ModelSeries series) {
            return close;
        }
    }

    @Test
    void aModelThatHasSaidNothingIsLeftOut() {
        signals.put(1, flat());
        LatestSignals latest = of(CLOSE.plusSeconds(60), Accounts.selection(SPOKE, SILENT));
        assertThat(latest.signals()).extracting(LatestSignals.Said::account).containsExactly(SPOKE);
        assertThat(latest.price()).contains(new BigDecimal("1.1"));
        assertThat(latest.market()).contains(MarketStatus.OPEN);
    }

    @Test
    void theMarketIsClosedAtTheWeekend() {
        assertThat(of(Instant.parse("2026-03-07T12:00:00Z"), Accounts.selection(SPOKE))
                        .market())
                .contains(MarketStatus.CLOSED);
    }

    @Test
    void beforeTheFirstBarThereIsNoPrice() {
        close = Optional.empty();
        assertThat(of(CLOSE, Accounts.selection(SPOKE)).price()).isEmpty();
    }

    @Test
    void aPriceSinceTheBarIsTheNewest() {
        Clock clock = Clock.fixed(CLOSE.plusSeconds(60), ZoneOffset.UTC);
        LivePrices prices = new LivePrices(clock);
        prices.heard(new MarketQuote("EURUSD", new BigDecimal("1.2"), CLOSE.plusSeconds(59)));
        LatestSignalService service = new LatestSignalService(
                new FakeStore(), prices, InstrumentCatalog.shipped(), MarketHours.shipped(), clock);
        assertThat(service.of(Accounts.selection(SPOKE)).price()).contains(new BigDecimal("1.2"));
    }

    @Test
    void withoutAccountsNothingIsKnown() {
        LatestSignals none = of(CLOSE, new ModelSelection(0, Optional.empty(), Optional.empty(), List.of()));
        assertThat(none.price()).isEmpty();
        assertThat(none.market()).isEmpty();
        assertThat(none.signals()).isEmpty();
    }

    private LatestSignals of(Instant now, ModelSelection selection) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return new LatestSignalService(
                        new FakeStore(),
                        new LivePrices(clock),
                        InstrumentCatalog.shipped(),
                        MarketHours.shipped(),
                        clock)
                .of(selection);
    }

    private static LastSignal flat() {
        return new LastSignal(
                PositionSignal.FLAT,
                SignalSide.HOLD,
                new LastSignal.Strength(0.5, 0),
                new LastSignal.SignalPrices(null, null, null),
                BigDecimal.ZERO,
                "For a test.",
                CLOSE,
                RunLabel.PAPER);
    }
}
