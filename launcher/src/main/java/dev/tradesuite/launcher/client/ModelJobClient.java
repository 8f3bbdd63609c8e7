package dev.tradesuite.launcher.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradesuite.contracts.signals.CreateImportRequest;
import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.ModelJob;
import dev.tradesuite.contracts.signals.ModelJobPage;
import dev.tradesuite.contracts.signals.RecordImportReport;
import dev.tradesuite.launcher.SuiteException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Orders backfills, backtests and imports of signals-api-service, and looks after them. */
public final class ModelJobClient {

    private static final String SERVICE = "signals-api-service";
    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int REFUSED = 300;

    private final String service;
    private final String token;

    /**
     * @param service URL of signals-api-service
     * @param token bearer token that may read and write
     */
    public ModelJobClient(String service, String token) {
        this.service = service;
        this.token = token;
    }

    /** Orders a job. */
    public ModelJob order(CreateJobRequest request) {
        return send("POST", "/jobs", request, ModelJob.class);
    }

    /** A job as it is now. */
    public ModelJob job(long id) {
        return send("GET", "/jobs/" + id, null, ModelJob.class);
    }

    /** The newest jobs. */
    public ModelJobPage newest(int limit) {
        return send("GET", "/jobs?limit=" + limit, null, ModelJobPage.class);
    }

    /** Cancels a job. */
    public ModelJob cancel(long id) {
        return send("DELETE", "/jobs/" + id, null, ModelJob.class);
    }

    /** Imports recorded trades. */
    public RecordImportReport importRecords(CreateImportRequest request) {
        return send("POST", "/imports", request, RecordImportReport.class);
    }

    private <T> T send(String method, String path, @Nullable Object body, Class<T> answer) {
        BodyPublisher publisher =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body));
        HttpRequest request = HttpRequest.newBuilder(URI.create(service + "/api/models" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(PATIENCE)
                .method(method, publisher)
                .build();
        HttpResponse<String> response = Http.send(request, SERVICE);
        if (response.statusCode() >= REFUSED) {
            throw new SuiteException(SERVICE + " refused it: " + Http.reason(response));
        }
        return JSON.readValue(response.body(), answer);
    }
}
