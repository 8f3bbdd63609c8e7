package dev.tradesuite.brain.feed;

import dev.tradesuite.contracts.market.Timeframe;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of the feeds, {@code suite.brain.feeds.<name>}.
 *
 * @param feeds each feed by its name
 */
@Validated
@ConfigurationProperties("suite.brain")
public record FeedSettings(@DefaultValue Map<String, @Valid Feed> feeds) {

    public FeedSettings {
        feeds = Map.copyOf(feeds);
    }

    /**
     * A feed.
     *
     * @param adapter {@code simulated}, {@code replay} or {@code twelve-data}
     * @param enabled whether it runs
     * @param symbols instruments it brings
     * @param timeframe length of its bars
     * @param historyDays days before the first start that it fetches
     * @param seed of made-up prices: another seed makes another market
     * @param file of {@code replay}: a CSV file, plain or gzip
     * @param zone of {@code replay}: zone of times without an offset
     */
    public record Feed(
            @NotNull @NotBlank String adapter,
            @DefaultValue("true") boolean enabled,
            @DefaultValue @NotEmpty List<@NotBlank String> symbols,
            @DefaultValue("M5") Timeframe timeframe,
            @DefaultValue("30") @Min(1) @Max(3_650) int historyDays,
            @DefaultValue("42") long seed,
            @Nullable Path file,
            @DefaultValue("UTC") ZoneId zone) {

        public Feed {
            symbols = List.copyOf(symbols);
        }
    }
}
