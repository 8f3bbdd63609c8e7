package dev.tradesuite.support.instrument;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Instruments besides the shipped ones, and the days their markets are closed. Every service has these settings; they
 * should name the same files.
 *
 * @param file instruments to add or to replace, in the format of the shipped catalogue; absent: the shipped ones only
 * @param holidays days on which markets are closed or close early, in the format of the shipped ones and in their place
 */
@ConfigurationProperties("suite.instruments")
public record InstrumentSettings(@Nullable Path file, @Nullable Path holidays) {}
