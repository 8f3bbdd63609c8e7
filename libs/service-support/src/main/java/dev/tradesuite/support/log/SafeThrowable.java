package dev.tradesuite.support.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A failure whose messages, and those of its causes, are safe to log. */
final class SafeThrowable implements IThrowableProxy {

    private final IThrowableProxy failure;

    private SafeThrowable(IThrowableProxy failure) {
        this.failure = failure;
    }

    static @Nullable IThrowableProxy of(@Nullable IThrowableProxy failure) {
        return failure == null || failure instanceof SafeThrowable ? failure : new SafeThrowable(failure);
    }

    @Override
    public @Nullable String getMessage() {
        return safe(failure.getMessage());
    }

    @Override
    public @Nullable String getOverridingMessage() {
        return safe(failure.getOverridingMessage());
    }

    @Override
    public String getClassName() {
        return failure.getClassName();
    }

    @Override
    public StackTraceElementProxy[] getStackTraceElementProxyArray() {
        return failure.getStackTraceElementProxyArray();
    }

    @Override
    public int getCommonFrames() {
        return failure.getCommonFrames();
    }

    @Override
    public @Nullable IThrowableProxy getCause() {
        return of(failure.getCause());
    }

    @Override
    public @Nullable IThrowableProxy[] getSuppressed() {
        IThrowableProxy[] suppressed = failure.getSuppressed();
        return suppressed == null
                ? new IThrowableProxy[0]
                : Arrays.stream(suppressed).map(SafeThrowable::of).toArray(IThrowableProxy[]::new);
    }

    @Override
    public boolean isCyclic() {
        return failure.isCyclic();
    }

    private static @Nullable String safe(@Nullable String message) {
        return message == null ? null : LogText.line(message);
    }
}
