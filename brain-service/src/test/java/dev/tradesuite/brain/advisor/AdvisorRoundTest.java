package dev.tradesuite.brain.advisor;

import static dev.tradesuite.brain.TestCandles.walk;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.brain.TestCandles;
import dev.tradesuite.brain.advisor.AdvisorRound.WatchedMarket;
import dev.tradesuite.brain.candle.CandleSeries;
import dev.tradesuite.brain.indicator.Indicator;
import dev.tradesuite.contracts.market.Timeframe;
import dev.tradesuite.test.FixedClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorRoundTest {

    private final CandleSeries candles = walk(1, 200);
    private final FixedClock clock = FixedClock.at(candles.closeTime(199).toString());
    private final OpinionBoard board = new OpinionBoard();
    private final List<Briefing> asked = new ArrayList<>();

    @Test
    void pinsWhatTheAdvisorSaysForAsLongAsItCounts() {
        round(new Advice.Given(new Objections(0.4, 0, "for a test"))).run();
        assertThat(board.fresh("EURUSD", Timeframe.M5, clock.instant()))
                .singleElement()
                .satisfies(opinion -> {
                    assertThat(opinion.advisor()).isEqualTo("fake");
                    assertThat(opinion.objections().toBuy()).isEqualTo(0.4);
                    assertThat(opinion.validUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
                });
    }

    @Test
    void tellsTheAdvisorTheReadingsOfTheNewestCandle() {
        round(new Advice.Given(new Objections(0, 0, "for a test"))).run();
        assertThat(asked).singleElement().satisfies(briefing -> {
            assertThat(briefing.lastClosedAt()).isEqualTo(candles.closeTime(199));
            assertThat(briefing.lastClose()).isEqualTo(candles.close(199));
            assertThat(briefing.readings().has(Indicator.values())).isTrue();
            assertThat(AdvisorPrompt.about(briefing))
                    .contains("symbol: EURUSD", "timeframe: M5", "rsi: ", "minus_di: ");
        });
    }

    @Test
    void noOpinionLeavesThePinnedOneUntilItIsStale() {
        round(new Advice.Given(new Objections(0.4, 0, "for a test"))).run();
        clock.advance(Duration.ofMinutes(5));
        round(new Advice.Withheld(Advice.Why.RATE_LIMITED, "status 429")).run();
        assertThat(board.fresh("EURUSD", Timeframe.M5, clock.instant())).hasSize(1);
        assertThat(silence("EURUSD").why().message()).contains("RATE_LIMITED", "status 429");
        clock.advance(Duration.ofMinutes(10));
        assertThat(board.fresh("EURUSD", Timeframe.M5, clock.instant())).isEmpty();
    }

    @Test
    void aMarketWithoutCurrentCandlesIsNotAskedAbout() {
        clock.advance(Duration.ofMinutes(15).plusMillis(1));
        round(new Advice.Given(new Objections(0, 0, "for a test"))).run();
        assertThat(asked).isEmpty();
        assertThat(silence("EURUSD").why().code()).isEqualTo("DATA_STALE");
    }

    @Test
    void oneMarketThatCannotBeReadDoesNotEndTheRound() {
        AdvisorRound round = new AdvisorRound(
                fake(new Advice.Given(new Objections(0.4, 0, "for a test"))),
                List.of(new WatchedMarket("BROKEN", Timeframe.M5), new WatchedMarket("EURUSD", Timeframe.M5)),
                Duration.ofMinutes(15),
                (symbol, timeframe, moment) -> {
                    if (symbol.equals("BROKEN")) {
                        throw new IllegalStateException("no database");
                    }
                    return briefings().at(symbol, timeframe, moment);
                },
                board,
                clock);
        round.run();
        assertThat(board.fresh("EURUSD", Timeframe.M5, clock.instant())).hasSize(1);
        assertThat(silence("BROKEN").why().message()).contains("IllegalStateException");
    }

    private OpinionBoard.Silence silence(String symbol) {
        return board.silence(symbol, Timeframe.M5, "fake").orElseThrow();
    }

    private AdvisorRound round(Advice advice) {
        return new AdvisorRound(
                fake(advice),
                List.of(new WatchedMarket("EURUSD", Timeframe.M5)),
                Duration.ofMinutes(15),
                briefings(),
                board,
                clock);
    }

    private CandleBriefings briefings() {
        return new CandleBriefings(TestCandles.stored(candles), 500, 3);
    }

    private Advisor fake(Advice advice) {
        return new Advisor() {
            @Override
            public String name() {
                return "fake";
            }

            @Override
            public String model() {
                return "fake-1";
            }

            @Override
            public Advice ask(Briefing briefing) {
                asked.add(briefing);
                return advice;
            }
        };
    }
}
