package dev.tradesuite.support.instrument;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Instruments besides the shipped ones. Every service has this setting; they should name the same file.
 *
 * @param file instruments to add or to replace, in the format of the shipped catalogue; absent: the shipped ones only
 */
@ConfigurationProperties("suite.instruments")
public record InstrumentSettings(@Nullable Path file) {}
