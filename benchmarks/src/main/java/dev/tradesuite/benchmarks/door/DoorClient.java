package dev.tradesuite.benchmarks.door;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Sends requests over one connection for as long as it holds, then over the next: without a body, with one of stated
 * length, in chunks, and in two packets, in turn.
 */
final class DoorClient implements Runnable {

    private static final String PATH = "/api/v1/webhooks/";

    private final URI door;
    private final Duration patience;
    private final long requests;
    private final DoorCounts counts;

    /**
     * @param patience how long an answer is waited for
     * @param requests number of the last request, of all clients together
     */
    DoorClient(URI door, Duration patience, long requests, DoorCounts counts) {
        this.door = door;
        this.patience = patience;
        this.requests = requests;
        this.counts = counts;
    }

    @Override
    public void run() {
        long number = counts.next();
        while (number <= requests) {
            number = overOneConnection(number);
        }
    }

    /** The number of the first request that was not sent over it. */
    private long overOneConnection(long first) {
        long number = first;
        int before = 0;
        counts.connected();
        try (Socket socket = new Socket(door.getHost(), door.getPort())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            boolean last = false;
            while (number <= requests && !last) {
                send(out, number);
                DoorAnswer answer = DoorAnswer.read(in);
                count(number, answer);
                last = answer.last();
                before++;
                number = counts.next();
            }
            return number;
        } catch (IOException e) {
            counts.unanswered("%d, after %d of this connection: %s".formatted(number, before, e));
            return counts.next();
        }
    }

    private void count(long number, DoorAnswer answer) {
        if (answer.status() == 200 && answer.body().equals(expected(number))) {
            counts.answered();
        } else {
            counts.wrong("%d: %d %s".formatted(number, answer.status(), answer.body()));
        }
    }

    private static String expected(long number) {
        return kind(number) == 0 ? "" + number : number + text(number);
    }

    private static void send(OutputStream out, long number) throws IOException {
        String text = text(number);
        switch (kind(number)) {
            case 0 -> write(out, "GET " + PATH + number + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
            case 1 -> write(out, head(number) + "Content-Length: " + text.length() + "\r\n\r\n" + text);
            case 2 -> {
                write(out, head(number) + "Transfer-Encoding: chunked\r\n\r\n");
                write(out, "%x\r\n%s\r\n0\r\n\r\n".formatted(text.length(), text));
            }
            default -> {
                write(out, head(number) + "Content-Length: " + text.length() + "\r\n\r\n");
                write(out, text);
            }
        }
    }

    private static int kind(long number) {
        return (int) (number % 4);
    }

    private static String head(long number) {
        return "POST " + PATH + number + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n";
    }

    private static String text(long number) {
        return " and " + "x".repeat((int) (number % 200));
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
