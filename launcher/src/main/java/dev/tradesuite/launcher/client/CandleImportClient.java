package dev.tradesuite.launcher.client;

import dev.tradesuite.contracts.brain.ImportReport;
import dev.tradesuite.launcher.SuiteException;
import java.io.FileNotFoundException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Streams a file of candles to brain-service and returns what became of it. */
public final class CandleImportClient {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int OK = 200;

    /** From the first byte sent to the report: the brain answers when all is stored. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final String brain;
    private final String token;

    /**
     * @param brain URL of brain-service
     * @param token bearer token that may import
     */
    public CandleImportClient(String brain, String token) {
        this.brain = brain;
        this.token = token;
    }

    /**
     * One query parameter of the import.
     *
     * @param name as brain-service calls it
     * @param value not encoded
     */
    public record Parameter(String name, String value) {}

    /** Sends the file, plain or gzip, without reading it into memory. */
    public ImportReport send(Path file, List<Parameter> parameters) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(brain + "/api/v1/candles/import?" + query(parameters)))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .timeout(PATIENCE)
                .POST(body(file))
                .build();
        HttpResponse<String> response = Http.send(request, "brain-service");
        if (response.statusCode() != OK) {
            throw new SuiteException("the import was refused: " + Http.reason(response));
        }
        return JSON.readValue(response.body(), ImportReport.class);
    }

    private static HttpRequest.BodyPublisher body(Path file) {
        try {
            return HttpRequest.BodyPublishers.ofFile(file);
        } catch (FileNotFoundException e) {
            throw new SuiteException("%s cannot be read; check the path and its permissions".formatted(file), e);
        }
    }

    private static String query(List<Parameter> parameters) {
        return parameters.stream()
                .map(parameter -> parameter.name() + "=" + URLEncoder.encode(parameter.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
