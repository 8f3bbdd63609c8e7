package dev.tradesuite.support.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TableAnswerTest {

    @Test
    void textsAreQuotedWhereTheyMustBe() {
        assertThat(TableAnswer.csv(
                        "a,b,c",
                        Stream.of(
                                TableAnswer.row(1L, "plain", null),
                                TableAnswer.row(new BigDecimal("1E-7"), "with, comma", "says \"no\""),
                                TableAnswer.row(-1.5, "two\nlines", "=1+1"))))
                .isEqualTo("a,b,c\r\n1,plain,\r\n0.0000001,\"with, comma\",\"says \"\"no\"\"\"\r\n"
                        + "-1.5,\"two\nlines\",'=1+1\r\n");
    }
}
