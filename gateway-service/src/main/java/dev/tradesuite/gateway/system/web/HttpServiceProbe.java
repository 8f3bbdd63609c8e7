package dev.tradesuite.gateway.system.web;

import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.gateway.system.ServiceCondition;
import dev.tradesuite.gateway.system.ServiceProbe;
import io.netty.channel.ChannelOption;
import io.netty.handler.timeout.ReadTimeoutException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a service for its readiness and for what it tells of itself, both at once, and waits a second for them. */
@Component
final class HttpServiceProbe implements ServiceProbe {

    /** An answer of a service is short; what is longer is none. */
    private static final int LONGEST_BYTES = 256 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final WebClient http;
    private final JsonMapper json;

    HttpServiceProbe(JsonMapper json) {
        this.json = json;
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PATIENCE.toMillis())
                        .responseTimeout(PATIENCE)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_BYTES))
                .build();
    }

    private record Reply(HttpStatusCode status, String body) {}

    @Override
    public Mono<Finding> ask(BackendService service) {
        Mono<Finding> readiness = get(service, "/actuator/health/readiness")
                .map(this::readiness)
                .onErrorResume(failure -> Mono.just(silence(failure)));
        Mono<Optional<Running>> running = get(service, "/actuator/info")
                .map(reply -> running(reply.body()))
                .onErrorResume(_ -> Mono.just(Optional.empty()));
        return Mono.zip(readiness, running, (found, told) -> new Finding(found.condition(), found.reason(), told));
    }

    private Mono<Reply> get(BackendService service, String path) {
        return http.get()
                .uri(URI.create(service.url() + path))
                .exchangeToMono(response -> response.bodyToMono(String.class)
                        .defaultIfEmpty("")
                        .map(body -> new Reply(response.statusCode(), body)))
                .timeout(PATIENCE);
    }

    private Finding readiness(Reply reply) {
        if (reply.status().is2xxSuccessful()) {
            return new Finding(ServiceCondition.READY, "", Optional.empty());
        }
        String down = read(reply.body())
                .map(health -> health.path("components").properties().stream()
                        .filter(part ->
                                !part.getValue().path("status").asString("UP").equals("UP"))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .collect(Collectors.joining(", ")))
                .orElse("");
        return new Finding(
                ServiceCondition.NOT_READY,
                down.isEmpty()
                        ? "It answers its readiness with status "
                                + reply.status().value()
                        : "Not ready: " + down,
                Optional.empty());
    }

    private Finding silence(Throwable failure) {
        boolean late = failure instanceof TimeoutException
                || (failure instanceof WebClientRequestException && failure.getCause() instanceof ReadTimeoutException);
        return late
                ? new Finding(
                        ServiceCondition.SILENT,
                        "It did not answer within %d ms".formatted(PATIENCE.toMillis()),
                        Optional.empty())
                : new Finding(ServiceCondition.OFFLINE, "Nothing answers at its address", Optional.empty());
    }

    private Optional<Running> running(String body) {
        return read(body).flatMap(info -> {
            try {
                JsonNode running = info.path("running");
                Map<String, String> brokers = new LinkedHashMap<>();
                info.path("brokers")
                        .properties()
                        .forEach(broker ->
                                brokers.put(broker.getKey(), broker.getValue().asString()));
                return Optional.of(new Running(
                        running.path("version").asString(),
                        Instant.parse(running.path("started_at").asString()),
                        number(running.path("unsent_events")),
                        number(running.path("consumer_lag")),
                        number(running.path("feed_clients")),
                        brokers));
            } catch (JacksonException | DateTimeException _) {
                return Optional.empty();
            }
        });
    }

    private Optional<JsonNode> read(String body) {
        try {
            return Optional.of(json.readTree(body));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static OptionalLong number(JsonNode node) {
        return node.isIntegralNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }
}
