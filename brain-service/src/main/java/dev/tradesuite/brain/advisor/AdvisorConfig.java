package dev.tradesuite.brain.advisor;

import dev.tradesuite.brain.advisor.AdvisorRound.WatchedMarket;
import dev.tradesuite.brain.advisor.AdvisorSource.Employed;
import dev.tradesuite.brain.candle.CandleStore;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.instruments.Instrument;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.boot.ConfigMistake;
import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the advisors that have a key work in the background. */
@Configuration(proxyBeanMethods = false)
class AdvisorConfig {

    private static final Logger log = LoggerFactory.getLogger(AdvisorConfig.class);

    @Bean
    OpinionBoard opinionBoard() {
        return new OpinionBoard();
    }

    @Bean
    Briefings briefings(CandleStore store, AdvisorSettings settings) {
        return new CandleBriefings(store, settings.candles(), settings.maxAgeCandles());
    }

    @Bean
    AdvisorSchedule advisorSchedule(
            AdvisorSettings settings,
            AdvisorSource source,
            InstrumentCatalog catalog,
            Briefings briefings,
            OpinionBoard board,
            Clock clock) {
        List<WatchedMarket> markets = markets(settings, catalog);
        List<Employed> employed = source.employed();
        if (markets.isEmpty() && !employed.isEmpty()) {
            log.warn("Advisors have a key, but suite.brain.advisors.watch names no market: none is asked");
            employed.forEach(one -> one.release().run());
            return new AdvisorSchedule(List.of());
        }
        return new AdvisorSchedule(employed.stream()
                .map(one -> new AdvisorSchedule.Shift(
                        one.advisor().name(),
                        new AdvisorRound(one.advisor(), markets, one.maxAge(), briefings, board, clock),
                        one.refreshInterval(),
                        one.release()))
                .toList());
    }

    @Bean
    AdvisorOpinions advisorOpinions(
            AdvisorSettings settings, AdvisorSource source, InstrumentCatalog catalog, OpinionBoard board) {
        return new AdvisorOpinions(source.known(), markets(settings, catalog), board);
    }

    @Bean
    SmartLifecycle advisorRounds(AdvisorSchedule schedule) {
        return new Rounds(schedule);
    }

    private static List<WatchedMarket> markets(AdvisorSettings settings, InstrumentCatalog catalog) {
        return settings.watch().stream()
                .map(watched -> market(watched, catalog))
                .toList();
    }

    private static WatchedMarket market(String watched, InstrumentCatalog catalog) {
        int colon = watched.lastIndexOf(':');
        String symbol = catalog.find(watched.substring(0, colon))
                .map(Instrument::symbol)
                .orElseThrow(() -> new ConfigMistake(
                        "suite.brain.advisors.watch names " + watched + ", which is not in the instrument catalogue",
                        "Use a symbol of the catalogue, such as EURUSD:M5."));
        return new WatchedMarket(symbol, Timeframe.valueOf(watched.substring(colon + 1)));
    }

    /** Begins when the whole service stands, and ends before any of it goes. */
    private record Rounds(AdvisorSchedule schedule) implements SmartLifecycle {

        @Override
        public void start() {
            schedule.start();
        }

        @Override
        public void stop() {
            schedule.stop();
        }

        @Override
        public boolean isRunning() {
            return schedule.isRunning();
        }
    }
}
