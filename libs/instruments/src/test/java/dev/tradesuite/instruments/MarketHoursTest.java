package dev.tradesuite.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarketHoursTest {

    @ParameterizedTest
    @CsvSource({
        // On a Wednesday 15 minutes are 15 minutes.
        "FX,     2026-01-14T09:45:00Z, 2026-01-14T10:00:00Z, true",
        "FX,     2026-01-14T09:44:59Z, 2026-01-14T10:00:00Z, false",
        // On a Saturday the last quarter of an hour of Friday is the newest there is.
        "FX,     2026-01-09T21:45:00Z, 2026-01-10T12:00:00Z, true",
        "FX,     2026-01-09T21:44:59Z, 2026-01-11T12:00:00Z, false",
        // Before the opening on a Monday that of Friday before 16:00 in New York.
        "STOCK,  2026-01-09T20:45:00Z, 2026-01-12T14:00:00Z, true",
        "STOCK,  2026-01-09T20:44:59Z, 2026-01-12T14:00:00Z, false",
        // In July New York is four hours behind, and Friday ends at 21:00.
        "FX,     2026-07-10T20:45:00Z, 2026-07-11T12:00:00Z, true",
        "METAL,  2026-07-10T20:44:59Z, 2026-07-11T12:00:00Z, false",
        // On a Sunday evening the market is open again, on a weekday between 9:30 and 16:00 that of shares.
        "FX,     2026-01-09T22:00:00Z, 2026-01-11T22:00:00Z, false",
        "STOCK,  2026-01-09T21:00:00Z, 2026-01-12T14:30:00Z, false",
        "CRYPTO, 2026-01-09T21:45:00Z, 2026-01-10T12:00:00Z, false"
    })
    void priceGrowsOlderOnlyWhileTheMarketIsOpen(AssetClass assetClass, Instant priced, Instant now, boolean fresh) {
        assertThat(MarketHours.isFresh(assetClass, priced, now, Duration.ofMinutes(15)))
                .isEqualTo(fresh);
    }
}
