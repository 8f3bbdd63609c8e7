package dev.tradesuite.signals.series.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CsvTableMapperTest {

    @Test
    void textsAreQuotedWhereTheyMustBe() {
        assertThat(CsvTableMapper.csv(
                        "a,b,c",
                        Stream.of(
                                CsvTableMapper.row(1L, "plain", null),
                                CsvTableMapper.row(new BigDecimal("1E-7"), "with, comma", "says \"no\""),
                                CsvTableMapper.row(-1.5, "two\nlines", "=1+1"))))
                .isEqualTo("a,b,c\r\n1,plain,\r\n0.0000001,\"with, comma\",\"says \"\"no\"\"\"\r\n"
                        + "-1.5,\"two\nlines\",'=1+1\r\n");
    }
}
