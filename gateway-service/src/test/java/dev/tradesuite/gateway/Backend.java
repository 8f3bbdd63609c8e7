package dev.tradesuite.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A service behind the gateway, which answers what it was asked. Some paths behave badly, by their endings:
 * {@code /stuck} never answers, {@code /hangs-up} closes the connection, {@code /refuses} answers 422, {@code /endless}
 * answers until the connection is ended.
 */
final class Backend {

    private final String name;
    private final HttpServer server;
    private final BlockingQueue<Headers> received = new LinkedBlockingQueue<>();
    private final Map<String, Canned> canned = new ConcurrentHashMap<>();
    private final CompletableFuture<IOException> ended = new CompletableFuture<>();

    private Backend(String name, HttpServer server) {
        this.name = name;
        this.server = server;
    }

    static Backend start(String name) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Backend backend = new Backend(name, server);
            server.createContext("/", backend::answer);
            server.setExecutor(Executors.newCachedThreadPool(Thread.ofPlatform()
                    .daemon()
                    .name("backend-" + name + "-", 0)
                    .factory()));
            server.start();
            return backend;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Canned(int status, String body) {}

    /** Answers a path with this from now on. */
    Backend says(String path, int status, String body) {
        canned.put(path, new Canned(status, body));
        return this;
    }

    /** Never answers a path from now on. */
    Backend holds(String path) {
        return says(path, 0, "");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Headers of the last request. */
    Headers lastReceived() {
        return List.copyOf(received).getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        received.add(exchange.getRequestHeaders());
        String path = exchange.getRequestURI().getPath();
        Canned own = canned.get(path);
        if (own != null && own.status() > 0) {
            send(exchange, own.status(), "application/json", own.body());
        } else if (own != null || path.endsWith("/stuck")) {
            neverAnswer();
        } else if (path.endsWith("/hangs-up")) {
            exchange.close();
        } else if (path.endsWith("/refuses")) {
            exchange.getResponseHeaders().add("X-Reason", "of the service");
            send(
                    exchange,
                    422,
                    "application/problem+json",
                    """
                    {"code": "NOT_COMPUTABLE", "detail": "of the service"}
                    """);
        } else if (path.endsWith("/endless")) {
            answerWithoutEnd(exchange);
        } else if (path.equals("/v3/api-docs")) {
            send(
                    exchange,
                    200,
                    "application/json",
                    """
                    {"openapi": "3.1.0", "info": {"title": "%s-service"}, "servers": [{"url": "%s"}],
                     "paths": {"/strategy/info": {}, "/status": {}}}
                    """
                            .formatted(name, url()));
        } else {
            echo(exchange);
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        String hash;
        long bytes;
        try (DigestInputStream body = new DigestInputStream(exchange.getRequestBody(), sha256())) {
            bytes = body.transferTo(OutputStream.nullOutputStream());
            hash = HexFormat.of().formatHex(body.getMessageDigest().digest());
        }
        // As the services do: a browser's page is answered for its origin.
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        if (origin != null) {
            exchange.getResponseHeaders().add("Access-Control-Allow-Origin", origin);
        }
        exchange.getResponseHeaders().add("Vary", "Origin");
        exchange.getResponseHeaders().add("X-Content-Type-Options", "nosniff");
        send(
                exchange,
                200,
                "application/json",
                """
                {"service": "%s", "method": "%s", "uri": "%s", "bytes": %d, "sha256": "%s"}
                """
                        .formatted(name, exchange.getRequestMethod(), exchange.getRequestURI(), bytes, hash));
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    /** What ended an answer that had no end. */
    CompletableFuture<IOException> ended() {
        return ended;
    }

    private void answerWithoutEnd(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        byte[] part = new byte[8_192];
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(part);
            }
        } catch (IOException e) {
            ended.complete(e);
            throw e;
        }
    }

    private static void neverAnswer() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
