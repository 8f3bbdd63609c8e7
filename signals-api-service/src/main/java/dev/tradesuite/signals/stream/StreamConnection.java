package dev.tradesuite.signals.stream;

import java.io.IOException;

/** The way to one client. For one thread at a time. */
public interface StreamConnection {

    /** Sends a text; waits as long as the client takes nothing. */
    void send(String text) throws IOException;

    /** Ends it, with the reason for the client. */
    void close(StreamEnd reason);
}
