package dev.tradesuite.support.server;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * HTTP/1.1 as Tomcat speaks it, with a deadline for the header of a request.
 *
 * <p>Tomcat bounds the time between two packets alone, so that a client which sends a byte a second holds its
 * connection for hours. Public, with this constructor, because Tomcat makes it by its name.
 */
public final class DeadlineProtocol extends Http11NioProtocol {

    private Duration headerTimeout = Duration.ofSeconds(5);

    /** Since when a connection has sent nothing but empty lines, which HTTP lets stand before a request. */
    private final Map<SocketWrapperBase<?>, Long> silent = Collections.synchronizedMap(new WeakHashMap<>());

    void setHeaderTimeout(Duration headerTimeout) {
        this.headerTimeout = headerTimeout;
    }

    @Override
    protected Processor createProcessor() {
        return new DeadlineProcessor(this);
    }

    /** Whether the deadline of what began then has passed. */
    boolean isLate(long beganNanos) {
        return System.nanoTime() - beganNanos > headerTimeout.toNanos();
    }

    /** Counts empty lines; whether there have been nothing else for too long. */
    boolean isSilentTooLong(SocketWrapperBase<?> socket) {
        return isLate(silent.computeIfAbsent(socket, _ -> System.nanoTime()));
    }

    void hasSpoken(SocketWrapperBase<?> socket) {
        silent.remove(socket);
    }
}
