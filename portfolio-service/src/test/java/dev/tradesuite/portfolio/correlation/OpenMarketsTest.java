package dev.tradesuite.portfolio.correlation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.instruments.MarketHours;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMarketsTest {

    private final OpenMarkets markets = new OpenMarkets(InstrumentCatalog.shipped(), MarketHours.shipped());

    /** 2026-03-03 is a Tuesday and 2026-03-07 a Saturday; New York opens at 14:30 UTC. */
    @ParameterizedTest
    @CsvSource({
        "hold:AAPL,            2026-03-03T15:00:00Z, true",
        "hold:AAPL,            2026-03-03T12:00:00Z, false",
        "hold:AAPL,            2026-03-07T15:00:00Z, false",
        "model:ML_XGB:EURUSD,  2026-03-03T12:00:00Z, true",
        "model:ML_XGB:EURUSD,  2026-03-07T12:00:00Z, false",
        "model:ML_XGB:NOTHING, 2026-03-03T15:00:00Z, false",
        "portfolio:17,         2026-03-07T12:00:00Z, true",
        "account:main,         2026-03-07T12:00:00Z, true",
        "imported,             2026-03-03T15:00:00Z, false"
    })
    void marketOfTheSourceDecides(String source, Instant now, boolean open) {
        assertThat(markets.any(List.of(new CorrelatedStrategies.One("S", source, false)), now))
                .isEqualTo(open);
        assertThat(markets.any(List.of(new CorrelatedStrategies.One("S", source, true)), now))
                .isFalse();
    }
}
