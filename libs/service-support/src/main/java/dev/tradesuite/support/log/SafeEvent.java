package dev.tradesuite.support.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/** A log event that says nothing a log must not hold. */
final class SafeEvent implements ILoggingEvent {

    /** Tells in several lines why a service does not start; nobody sends anything before it has. */
    private static final String START_FAILURES = "org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter";

    private final ILoggingEvent event;

    SafeEvent(ILoggingEvent event) {
        this.event = event;
    }

    @Override
    public String getFormattedMessage() {
        return safe(event.getFormattedMessage());
    }

    /** The message with its arguments, too: a pattern has nothing to mask. */
    @Override
    public String getMessage() {
        return getFormattedMessage();
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return SafeThrowable.of(event.getThrowableProxy());
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        return event.getMDCPropertyMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> LogText.line(entry.getValue())));
    }

    @Override
    @SuppressWarnings("deprecation") // of the interface
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null
                ? null
                : pairs.stream()
                        .map(pair -> pair.value instanceof String text
                                ? new KeyValuePair(pair.key, LogText.line(text))
                                : pair)
                        .toList();
    }

    @Override
    public String getThreadName() {
        return LogText.line(event.getThreadName());
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public @Nullable List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public @Nullable Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }

    private String safe(@Nullable String message) {
        String text = String.valueOf(message);
        return event.getLoggerName().equals(START_FAILURES) ? LogText.lines(text) : LogText.line(text);
    }
}
