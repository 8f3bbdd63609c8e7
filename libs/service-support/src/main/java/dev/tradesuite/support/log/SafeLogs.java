package dev.tradesuite.support.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.AppenderAttachable;
import java.util.Iterator;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/**
 * Puts a {@link SafeEncoder} before whatever writes logs, as soon as Spring Boot has set up logging: on the console and
 * in files, also when an operator brings a configuration of his own.
 */
final class SafeLogs implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public int getOrder() {
        return LoggingApplicationListener.DEFAULT_ORDER + 1;
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            for (Logger logger : context.getLoggerList()) {
                makeSafe(logger.iteratorForAppenders());
            }
        }
    }

    private static void makeSafe(Iterator<Appender<ILoggingEvent>> appenders) {
        while (appenders.hasNext()) {
            makeSafe(appenders.next());
        }
    }

    @SuppressWarnings("unchecked") // an appender of a logger takes log events, and so does what it is made of
    private static void makeSafe(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> writer) {
            Encoder<ILoggingEvent> encoder = writer.getEncoder();
            if (encoder != null && !(encoder instanceof SafeEncoder)) {
                SafeEncoder safe = new SafeEncoder(encoder);
                safe.start();
                writer.setEncoder(safe);
            }
        } else if (appender instanceof AppenderAttachable<?> several) {
            makeSafe(((AppenderAttachable<ILoggingEvent>) several).iteratorForAppenders());
        }
    }
}
