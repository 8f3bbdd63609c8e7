package dev.tradesuite.brain.advisor.client;

import java.io.InterruptedIOException;

/** Tells a time-out from other failures of a connection. */
final class Timeouts {

    private Timeouts() {}

    /** Whether the failure was caused by a read, connect or call time-out. */
    static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // SocketTimeoutException is one; OkHttp ends a call that takes too long with the plain one.
            if (cause instanceof InterruptedIOException) {
                return true;
            }
        }
        return false;
    }
}
