package dev.tradesuite.gateway.route.web;

import dev.tradesuite.gateway.route.BackendService;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.properties.AbstractSwaggerUiConfigProperties.SwaggerUrl;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springframework.stereotype.Component;

/** Lists the API of every service on the page {@code /docs}. */
@Component
final class DocsPage {

    /** Describes what it answers itself. */
    private static final String GATEWAY = "gateway";

    DocsPage(SwaggerUiConfigProperties page, List<BackendService> services) {
        page.setUrls(urls(services));
    }

    private static Set<SwaggerUrl> urls(List<BackendService> services) {
        Set<SwaggerUrl> urls = services.stream()
                .map(service -> new SwaggerUrl(service.name(), service.apiDocsPath(), service.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        urls.add(new SwaggerUrl(GATEWAY, "/v3/api-docs", GATEWAY));
        return urls;
    }
}
