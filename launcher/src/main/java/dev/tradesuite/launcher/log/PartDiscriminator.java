package dev.tradesuite.launcher.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/** Tells Logback which part a line belongs to. Events are handled on the thread that logs, so the thread says it. */
public final class PartDiscriminator extends AbstractDiscriminator<ILoggingEvent> {

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        return PartLogs.current();
    }

    @Override
    public String getKey() {
        return "part";
    }
}
