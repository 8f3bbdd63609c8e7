package dev.tradesuite.brain.candle.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradesuite.brain.candle.SymbolNames;
import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.support.problem.ProblemException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SymbolsTest {

    private final Symbols symbols = new Symbols(new SymbolNames(InstrumentCatalog.shipped()));

    @Test
    void aNameBecomesTheCataloguesSymbol() {
        assertThat(symbols.require("eur/usd")).isEqualTo("EURUSD");
        assertThat(symbols.find("NOSUCH")).isEmpty();
    }

    @Test
    void oneInstrumentUnderTwoNamesIsOne() {
        assertThat(symbols.requireAll(List.of("XAUUSD", "EURUSD", "eur_usd"))).containsExactly("XAUUSD", "EURUSD");
    }

    @Test
    void everyUnknownNameIsToldWithItsPlace() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> symbols.requireAll(List.of("NOSUCH", "EURUSD", "X".repeat(500))))
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ProblemCode.UNKNOWN_SYMBOL);
                    assertThat(problem.errors())
                            .extracting(FieldError::field, FieldError::rejected)
                            .containsExactly(
                                    tuple("symbols[0]", "NOSUCH"), tuple("symbols[2]", "X".repeat(97) + "..."));
                });
    }
}
