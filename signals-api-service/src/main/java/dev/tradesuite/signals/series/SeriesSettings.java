package dev.tradesuite.signals.series;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the read side, {@code suite.signals}.
 *
 * @param defaultSymbol instrument an answer tells of when none is asked for; absent: the first with accounts whose bars
 *     still come
 * @param zone whose days, weeks and months the P&amp;L is summed up by
 */
@ConfigurationProperties("suite.signals")
public record SeriesSettings(@Nullable String defaultSymbol, @DefaultValue("UTC") ZoneId zone) {}
