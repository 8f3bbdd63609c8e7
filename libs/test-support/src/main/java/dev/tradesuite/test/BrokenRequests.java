package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Requests as no client should send them, over plain sockets: broken escapes, wrong lengths, floods of headers and
 * trailers, other protocols, bytes without any sense. The seed makes them the same in every run.
 */
public final class BrokenRequests {

    /** No server error. */
    private static final Pattern ANSWER = Pattern.compile("HTTP/1\\.[01] [1-4]\\d\\d ");

    private static final int AT_ONCE = 50;

    private static final String[] METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "FOO"
    };
    private static final String[] QUERIES = {
        "",
        "?",
        "?symbol=%ff",
        "?symbol=%E0%A4%A",
        "?a=%",
        "?%00=1",
        "?x=a%0ab",
        "?=",
        "?&&&",
        "?a=1&a=2",
        "?q=|\"{}",
        "?at=-999999999-01-01T00:00:00Z",
        "?at=%C2%85"
    };
    private static final String[] SUFFIXES = {
        "", "/%00", "/%0a", "/%2F", "/%ff", "/..", "//", ";x=1", "/%zz", "/a b", "/%C2%85", "/\u00e4", "\\", "/%2e%2e"
    };
    private static final String[] VERSIONS = {"HTTP/1.1", "HTTP/1.1", "HTTP/1.1", "HTTP/1.0", "HTTP/9.9", "HTTP/x", ""};
    private static final String[] TYPES = {
        "application/json",
        "application/json;charset=utf-7",
        "application/json;charset=nowhere",
        "a/b/c",
        "text/",
        ";",
        "application/yaml",
        "application/xml",
        "application/cbor",
        "multipart/form-data",
        "multipart/form-data;boundary=\"",
        "application/x-www-form-urlencoded",
        "text/event-stream",
        "*/*",
        "\u00ff/\u00ff"
    };
    private static final String[] BODIES = {
        "{}",
        "",
        "{",
        "[[[[[[",
        "null",
        "\"\"",
        "{\"a\":1,\"a\":2}",
        "{\"symbol\":\"\\u0000\"}",
        "{\"symbol\":[null]}",
        "{\"current_price\":1e400}",
        "{\"as_of\":\"-999999999-01-01T00:00:00Z\"}",
        "\u0000\u0001\u0002",
        "a: &a [*a]",
        "--x\r\n\r\n",
        "symbol=%ff&%",
        "{\"candles\":[null,7,{}]}"
    };
    private static final String[] HEADERS = {
        "Content-Encoding: gzip",
        "Expect: nothing",
        "Accept: a/b/c",
        "Accept: application/yaml",
        "Accept-Language: \u0001",
        "Authorization: Bearer \u0080",
        "Authorization: Basic x",
        "Idempotency-Key: \u0085",
        "traceparent: 00-x",
        "no colon",
        ": no name",
        "Host: a, b",
        "Content-Length: 5",
        "Content-Length: -1",
        "Content-Length: x",
        "Transfer-Encoding: nothing",
        "Origin: null",
        "X-Forwarded-For: %",
        "Cookie: =;=;",
        "Upgrade: websocket"
    };

    private BrokenRequests() {}

    /**
     * Fails when one of the requests is answered with a server error, or its connection is not ended.
     *
     * @param paths of the service under test
     */
    public static void areRefused(SuiteClient client, long seed, int count, String... paths)
            throws InterruptedException, ExecutionException {
        URI address = client.uri("/");
        Random random = new Random(seed);
        List<byte[]> requests =
                IntStream.range(0, count).mapToObj(_ -> request(random, paths)).toList();
        try (ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<String>> answers = new ArrayList<>();
            requests.forEach(request -> answers.add(senders.submit(() -> answer(address, request))));
            for (int i = 0; i < count; i++) {
                String answer = answers.get(i).get();
                assertThat(answer.isEmpty() || ANSWER.matcher(answer).lookingAt())
                        .as("%s%n%s", new String(requests.get(i), StandardCharsets.ISO_8859_1), answer)
                        .isTrue();
            }
        }
    }

    private static byte[] request(Random random, String[] paths) {
        return switch (random.nextInt(10)) {
            case 0 -> garbage(random);
            case 1 -> flood(random, paths);
            case 2 -> chunked(random, paths);
            default -> bytes(head(random, paths) + "\r\n\r\n" + one(random, BODIES));
        };
    }

    private static byte[] garbage(Random random) {
        byte[] garbage = new byte[1 + random.nextInt(2_000)];
        random.nextBytes(garbage);
        return garbage;
    }

    /** More headers than anybody needs, or one that never ends. */
    private static byte[] flood(Random random, String[] paths) {
        StringBuilder request = new StringBuilder(head(random, paths));
        if (random.nextBoolean()) {
            request.append("\r\nX: ").repeat("x", 100_000);
        } else {
            IntStream.range(0, 2_000)
                    .forEach(i -> request.append("\r\nX-").append(i).append(": x"));
        }
        return bytes(request.append("\r\n\r\n").toString());
    }

    /** A body in chunks whose sizes or trailers are wrong. */
    private static byte[] chunked(Random random, String[] paths) {
        String begin = "POST " + one(random, paths)
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
                + "Authorization: "
                + TestTokens.bearer("trade:read", "trade:execute", "portfolio:write", "risk:admin", "internal")
                + "\r\nTransfer-Encoding: chunked\r\n\r\n";
        String rest =
                switch (random.nextInt(4)) {
                    case 0 -> "zz\r\n{}\r\n0\r\n\r\n";
                    case 1 -> "2\r\n{}\r\n0\r\n" + "X-Trailer: x\r\n".repeat(5_000) + "\r\n";
                    case 2 -> "ffffffffffffffff\r\n{}";
                    default -> "2\r\n{}xx0\r\n\r\n";
                };
        return bytes(begin + rest);
    }

    private static String head(Random random, String[] paths) {
        StringBuilder head = new StringBuilder("%s %s%s%s %s\r\nHost: x\r\nConnection: close"
                .formatted(
                        one(random, METHODS),
                        one(random, paths),
                        one(random, SUFFIXES),
                        one(random, QUERIES),
                        one(random, VERSIONS)));
        if (random.nextInt(4) > 0) {
            head.append("\r\nAuthorization: ")
                    .append(TestTokens.bearer(
                            "trade:read", "trade:execute", "portfolio:write", "risk:admin", "internal"));
        }
        if (random.nextBoolean()) {
            head.append("\r\nContent-Type: ").append(one(random, TYPES));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            head.append("\r\n").append(one(random, HEADERS));
        }
        return head.toString();
    }

    private static String one(Random random, String[] of) {
        return of[random.nextInt(of.length)];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What comes back until the server ends the connection. */
    private static String answer(URI address, byte[] request) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request);
            socket.getInputStream().transferTo(answer);
        } catch (SocketException _) {
            // Reset while we wrote: refused before we were done.
        }
        return answer.toString(StandardCharsets.ISO_8859_1);
    }
}
