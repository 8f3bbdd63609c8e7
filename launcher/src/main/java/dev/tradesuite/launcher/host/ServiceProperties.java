package dev.tradesuite.launcher.host;

import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.Ports;
import dev.tradesuite.launcher.settings.SuiteSettings;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Spring properties a service is started with: where the other parts are, then what the settings say about it.
 *
 * <p>They travel as one JSON text, Spring Boot's {@code spring.application.json}, which comes before the service's own
 * configuration file. Secrets among them never appear in a command line.
 */
public final class ServiceProperties {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Tokens that are valid for longer are refused by the services unless they are told otherwise. */
    private static final Duration USUAL_TOKEN_LIFE = Duration.ofHours(24);

    private final SuiteSettings settings;
    private final Endpoints endpoints;
    private final List<SuiteService> services;

    public ServiceProperties(SuiteSettings settings, Endpoints endpoints, List<SuiteService> services) {
        this.settings = settings;
        this.endpoints = endpoints;
        this.services = List.copyOf(services);
    }

    /** The properties of a service as JSON. */
    String json(SuiteService service) {
        return JSON.writeValueAsString(of(service));
    }

    Map<String, String> of(SuiteService service) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("server.address", settings.bindAddress());
        properties.put("server.port", Integer.toString(settings.ports().of(service.key())));
        properties.put("spring.datasource.url", endpoints.databaseUrl());
        properties.put("spring.datasource.username", endpoints.databaseUser());
        properties.put("spring.datasource.password", endpoints.databasePassword());
        properties.put("spring.kafka.bootstrap-servers", endpoints.kafka());
        MessagingSecrets messaging = endpoints.messaging();
        properties.put("suite.kafka.password", messaging.kafkaPassword());
        properties.put("suite.events.signing-secret", messaging.signing());
        if (messaging.previousSigning() != null) {
            properties.put("suite.events.previous-signing-secret", messaging.previousSigning());
        }
        properties.put("spring.security.oauth2.resourceserver.jwt.issuer-uri", endpoints.issuer());
        if (settings.tokenLifetime().compareTo(USUAL_TOKEN_LIFE) > 0) {
            properties.put(
                    "suite.access.longest-token-life", settings.tokenLifetime().toString());
        }
        properties.put("suite.service-client.id", endpoints.clientId());
        properties.put("suite.service-client.secret", endpoints.clientSecret());
        properties.put("suite.service-client.token-uri", endpoints.issuer() + "/oauth2/token");
        for (SuiteService other : services) {
            properties.put(other.addressSetting(), url(other));
        }
        if (service.key().equals(Services.FRONT_DOOR)) {
            int port = settings.ports().of(Ports.GATEWAY_METRICS);
            properties.put("suite.gateway.metrics.port", Integer.toString(port));
        }
        if (service.key().equals(Services.MODELS_READER)) {
            properties.put(
                    "suite.brain.models.folder",
                    settings.state().resolve("models").toAbsolutePath().toString());
        }
        properties.put("spring.jmx.enabled", "false");
        properties.putAll(settings.propertiesOf(service.key()));
        return properties;
    }

    /** Where a service answers. */
    public String url(SuiteService service) {
        return "http://localhost:" + settings.ports().of(service.key());
    }
}
