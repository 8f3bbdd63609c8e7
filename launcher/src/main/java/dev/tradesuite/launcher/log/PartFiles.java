package dev.tradesuite.launcher.log;

import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.Context;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.sift.AppenderFactory;
import ch.qos.logback.core.util.FileSize;
import dev.tradesuite.support.log.SafeEncoder;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Makes the log file of a part: a new one each day and each time it has reached its size, old ones packed.
 *
 * @param folder folder of the logs
 * @param json whether each line is a JSON object
 * @param bounds how much is kept
 */
record PartFiles(Path folder, boolean json, LogBounds bounds) implements AppenderFactory<ILoggingEvent> {

    private static final String PATTERN =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX, UTC} %-5level [%thread] %X{traceId:--} %logger{36} : %msg%n";

    @Override
    public Appender<ILoggingEvent> buildAppender(Context context, String part) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(part);
        appender.setFile(folder.resolve(part + ".log").toString());
        SafeEncoder safe = new SafeEncoder(encoder(context, part));
        safe.start();
        appender.setEncoder(safe);
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = rolling(context, part);
        rolling.setParent(appender);
        rolling.start();
        appender.setRollingPolicy(rolling);
        appender.start();
        return appender;
    }

    private SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling(Context context, String part) {
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setFileNamePattern(
                folder.resolve(part + ".%d{yyyy-MM-dd, UTC}.%i.log.gz").toString());
        policy.setMaxFileSize(new FileSize(bounds.size()));
        policy.setMaxHistory(Math.toIntExact(bounds.keep().toDays()));
        policy.setTotalSizeCap(new FileSize(bounds.total()));
        // A suite that was stopped for long has old ones left.
        policy.setCleanHistoryOnStart(true);
        return policy;
    }

    private Encoder<ILoggingEvent> encoder(Context context, String part) {
        if (json) {
            // Spring Boot's encoder reads in an environment what every line says beside its own.
            StandardEnvironment environment = new StandardEnvironment();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource("part", Map.of("logging.structured.json.add.service", part)));
            context.putObject(Environment.class.getName(), environment);
            StructuredLogEncoder encoder = new StructuredLogEncoder();
            encoder.setContext(context);
            encoder.setFormat("logstash");
            encoder.start();
            return encoder;
        }
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        return encoder;
    }
}
