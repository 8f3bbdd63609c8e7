package dev.tradesuite.portfolio.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrategySourceTest {

    @Test
    void readsEveryForm() {
        assertThat(StrategySource.parse("model:ML_XGB:EURUSD"))
                .contains(new StrategySource.ModelAccount("ML_XGB", "EURUSD"));
        assertThat(StrategySource.parse("portfolio:17")).contains(new StrategySource.PortfolioBooks(17));
        assertThat(StrategySource.parse("account:main")).contains(new StrategySource.AccountBooks("main"));
        assertThat(StrategySource.parse("hold:AAPL")).contains(new StrategySource.HeldInstrument("AAPL"));
        assertThat(StrategySource.parse("imported")).contains(new StrategySource.Imported());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hold",
                "hold:",
                "hold:A:B",
                "Hold:AAPL",
                "hold:AA PL",
                "model:ML_XGB",
                "model:ml:EURUSD",
                "portfolio:",
                "portfolio:-1",
                "portfolio:1234567890123456789",
                "account:",
                "account:a b",
                "imported:",
                "imported:1",
                " imported",
                "something:else"
            })
    void refusesEverythingElse(String text) {
        assertThat(StrategySource.parse(text)).isEmpty();
    }

    @Test
    void isWrittenAsItIsRead() {
        for (String text : List.of("model:A:B", "portfolio:1", "account:x", "hold:EURUSD.SIM", "imported")) {
            assertThat(StrategySource.parse(text).orElseThrow().text()).isEqualTo(text);
        }
    }
}
