package dev.tradesuite.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                // action, after, before, size after, size before, contracts, lots | what is wanted
                "buy         | -     | -     | -    | -   | -   | -   | enter BUY",
                "short       | -     | -     | -    | -   | -   | -   | enter SELL",
                "buy         | -     | flat  | -    | -   | -   | -   | enter BUY",
                // Exits
                "close       | -     | -     | -    | -   | -   | -   | leave any 1",
                "Exit        | -     | -     | -    | -   | 0.3 | -   | leave any 1",
                "flat        | flat  | long  | -    | -   | -   | -   | leave SELL 1",
                "close       | -     | -     | -    | -   | -   | 0.1 | leave any lots 0.1",
                "close_long  | -     | -     | -    | -   | -   | -   | leave SELL 1",
                "exit short  | -     | -     | -    | -   | -   | -   | leave BUY 1",
                "sell        | flat  | long  | -    | -   | 0.3 | -   | leave SELL 1",
                "sell        | flat  | -     | -    | -   | 0.3 | -   | leave SELL 1",
                "buy         | flat  | short | 0    | 2   | 2   | -   | leave BUY 1",
                "-           | flat  | long  | -    | -   | -   | -   | leave SELL 1",
                "-           | flat  | -     | -    | -   | -   | -   | leave any 1",
                "sell        | -     | -     | 0    | -   | -   | -   | leave SELL 1",
                "sell        | -     | long  | -    | 2   | 2   | -   | leave SELL 1",
                // Parts
                "sell        | long  | long  | 2    | 3   | 1   | -   | leave SELL 0.3333333333333333",
                "sell        | long  | -     | 3    | -   | 1   | -   | leave SELL 0.25",
                "buy         | short | short | -    | -4  | 1   | -   | leave BUY 0.25",
                "sell        | -     | long  | -    | 4   | 1   | -   | leave SELL 0.25",
                "-           | long  | long  | 1    | 2   | -   | -   | leave SELL 0.5",
                "sell        | long  | long  | -    | -   | 0.1 | -   | leave SELL lots 0.1",
                "sell        | long  | long  | -    | -   | -   | 0.2 | leave SELL lots 0.2",
                // Entries and pyramids
                "buy         | long  | flat  | 1    | 0   | 1   | -   | enter BUY",
                "sell        | short | flat  | -    | -   | 1   | -   | enter SELL",
                "buy         | long  | long  | 3    | 2   | 1   | -   | enter BUY",
                "-           | short | short | -3   | -2  | -   | -   | enter SELL",
                "buy         | -     | long  | -    | -   | -   | -   | enter BUY",
                // Reversals
                "sell        | short | long  | 1    | 1   | 2   | -   | leave SELL 1 enter SELL",
                "buy         | long  | short | -    | -   | 2   | -   | leave BUY 1 enter BUY",
                "-           | short | long  | -    | -   | -   | -   | leave SELL 1 enter SELL",
                "sell        | -     | long  | -    | 1   | 2   | -   | leave SELL 1 enter SELL",
                "buy         | long  | -     | 1    | -   | 1   | -   | leave BUY 1 enter BUY"
            })
    void wordsOfAStrategyTellWhatIsWanted(
            @Nullable String action,
            @Nullable String after,
            @Nullable String before,
            @Nullable BigDecimal sizeAfter,
            @Nullable BigDecimal sizeBefore,
            @Nullable BigDecimal contracts,
            @Nullable BigDecimal lots,
            String wanted) {
        assertThat(told(words(action, after, before, sizeAfter, sizeBefore, contracts, lots)
                        .intent()))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "-      | -     | -     | -  | -  | -  | expected buy, sell, long, short or close",
                "up     | -     | -     | -  | -  | -  | expected buy, sell, long, short, close",
                "close  | long  | -     | -  | -  | -  | the alert closes, but says that the position is long",
                "buy    | flat  | long  | -  | -  | -  | a buy does not close a LONG position",
                "sell   | long  | flat  | -  | -  | -  | a sell does not make a flat position long",
                "sell   | long  | short | -  | -  | -  | a sell does not make a short position long",
                "buy    | long  | long  | 2  | 3  | 1  | a buy makes a long position larger",
                "sell   | long  | long  | 3  | 2  | 1  | a sell makes the position smaller",
                "sell   | long  | long  | -  | -  | -  | a sell that leaves a part of a position has to say how much",
                "sell   | -     | long  | -  | -  | -  | market_position is needed beside prev_market_position",
                "sell   | -     | -     | 2  | -  | -  | market_position is needed beside market_position_size",
                "-      | long  | long  | -  | -  | -  | action is needed"
            })
    void wordsThatContradictOrDoNotTellAreRefused(
            @Nullable String action,
            @Nullable String after,
            @Nullable String before,
            @Nullable BigDecimal sizeAfter,
            @Nullable BigDecimal sizeBefore,
            @Nullable BigDecimal contracts,
            String message) {
        AlertWords words = words(action, after, before, sizeAfter, sizeBefore, contracts, null);

        assertThatThrownBy(words::intent)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void sideBesideAClosingWordSaysWhichPositionOrOrder() {
        assertThat(AlertWords.joined("long", "close")).isEqualTo("close_long");
        assertThat(AlertWords.joined("sell", "exit")).isEqualTo("close_long");
        assertThat(AlertWords.joined("exit", "buy")).isEqualTo("close_short");
        assertThat(AlertWords.joined("long", "buy")).isEqualTo("buy");
        assertThatThrownBy(() -> AlertWords.joined("buy", "sell"))
                .hasMessage("side and action contradict one another: buy and sell");
    }

    private static AlertWords words(
            @Nullable String action,
            @Nullable String after,
            @Nullable String before,
            @Nullable BigDecimal sizeAfter,
            @Nullable BigDecimal sizeBefore,
            @Nullable BigDecimal contracts,
            @Nullable BigDecimal lots) {
        return new AlertWords(
                action,
                after == null ? null : AlertWords.direction(after),
                before == null ? null : AlertWords.direction(before),
                sizeAfter,
                sizeBefore,
                contracts,
                lots);
    }

    private static String told(AlertIntent intent) {
        AlertIntent.Leave exit = intent.exit();
        String leave = exit == null
                ? ""
                : "leave " + (exit.side() == null ? "any" : exit.side())
                        + (exit.lots() == null ? " " + exit.share() : " lots " + exit.lots());
        String enter = intent.entry() == null ? "" : "enter " + intent.entry();
        return (leave + " " + enter).strip();
    }
}
