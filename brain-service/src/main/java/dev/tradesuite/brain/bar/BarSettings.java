package dev.tradesuite.brain.bar;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.constraints.NotEmpty;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the signals on closed bars, {@code suite.brain.bars}.
 *
 * @param timeframes bars of these timeframes are judged as they close
 * @param symbols only of these instruments; empty: of all
 */
@Validated
@ConfigurationProperties("suite.brain.bars")
public record BarSettings(@DefaultValue("M5") @NotEmpty Set<Timeframe> timeframes, @DefaultValue Set<String> symbols) {

    /** Whether bars of a series are judged as they close. */
    boolean covers(String symbol, Timeframe timeframe) {
        return timeframes.contains(timeframe) && (symbols.isEmpty() || symbols.contains(symbol));
    }
}
