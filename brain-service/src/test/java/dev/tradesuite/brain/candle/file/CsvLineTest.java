package dev.tradesuite.brain.candle.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvLineTest {

    @Test
    void fieldsAreCutAtTheDelimiterAndStripped() {
        assertThat(CsvLine.split("a, b ,c", ','))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("a", "b", "c"));
        assertThat(CsvLine.split("a;b,c", ';'))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("a", "b,c"));
        assertThat(CsvLine.split("a\t\tc", '\t'))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("a", "", "c"));
    }

    @Test
    void emptyFieldsCountAlsoAtTheEnds() {
        assertThat(CsvLine.split(",a,", ','))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("", "a", ""));
        assertThat(CsvLine.split("", ',')).hasValueSatisfying(f -> assertThat(f).containsExactly(""));
        assertThat(CsvLine.split("\"a\",", ','))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("a", ""));
    }

    @Test
    void quotesProtectTheDelimiterAndDoubledQuotesMeanOne() {
        assertThat(CsvLine.split("\"1,5\",\"say \"\"x\"\"\" , b", ','))
                .hasValueSatisfying(f -> assertThat(f).containsExactly("1,5", "say \"x\"", "b"));
    }

    @Test
    void quotesThatDoNotMatchUpAreNoLine() {
        assertThat(CsvLine.split("a,\"b", ',')).isEmpty();
        assertThat(CsvLine.split("\"a\"b,c", ',')).isEmpty();
    }
}
