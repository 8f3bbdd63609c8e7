package dev.tradesuite.gateway.metrics.web;

import dev.tradesuite.gateway.metrics.MetricsSettings;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.netty.ChannelBindException;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Answers {@code GET /actuator/prometheus} and nothing else. */
public final class MetricsServer implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(MetricsServer.class);

    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    /** Of a connection that says nothing, and of a request that does not end. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MetricsSettings settings;
    private final PrometheusMeterRegistry metrics;
    private volatile @Nullable DisposableServer server;

    MetricsServer(MetricsSettings settings, PrometheusMeterRegistry metrics) {
        this.settings = settings;
        this.metrics = metrics;
    }

    @Override
    public void start() {
        try {
            DisposableServer started = HttpServer.create()
                    .host(settings.address())
                    .port(settings.port())
                    .idleTimeout(PATIENCE)
                    .requestTimeout(PATIENCE)
                    .route(paths -> paths.get("/actuator/prometheus", this::answer))
                    .bindNow();
            server = started;
            LOG.info("Metrics are read at port {}", started.port());
        } catch (ChannelBindException e) {
            throw new PortInUseException(settings.port(), e);
        }
    }

    private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
        return response.header(HttpHeaders.CONTENT_TYPE, TEXT)
                .sendString(Mono.fromSupplier(metrics::scrape))
                .then();
    }

    @Override
    public void stop() {
        DisposableServer running = server;
        server = null;
        if (running != null) {
            running.disposeNow();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** Where it listens. */
    public int port() {
        DisposableServer running = server;
        if (running == null) {
            throw new IllegalStateException("the metrics are not read anywhere yet");
        }
        return running.port();
    }
}
