package dev.tradesuite.support.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "EUR/USD", "Zürich", "東京", "📈", "a b;c", "~"})
    void takesTextOfAnyLanguage(String text) {
        assertThat(PlainText.isUnsafe(text)).isFalse();
        assertThat(PlainText.readable(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0000", "0009", "000A", "000D", "001B", "007F", "0085", "009F", "2028", "2029", "D83D", "DCC8"})
    void refusesWhatForgesLinesOrCannotBeStored(String number) {
        String text = "a" + (char) Integer.parseInt(number, 16) + "b";

        assertThat(PlainText.isUnsafe(text)).isTrue();
        assertThat(PlainText.readable(text)).isEqualTo("aU+" + number + "b");
    }
}
