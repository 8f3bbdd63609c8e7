package dev.tradesuite.brain.bar.web;

import dev.tradesuite.brain.model.trained.TrainedVersions;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows the reports of trained versions, as they were written. */
@RestController
@PreAuthorize("hasAuthority('SCOPE_trade:read')")
@Tag(name = "Models", description = "The trading models that judge every closed bar")
class ModelReportController {

    /** The page has a style and nothing else; whatever a changed file holds, a browser runs and fetches none of it. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    private final TrainedVersions versions;

    ModelReportController(TrainedVersions versions) {
        this.versions = versions;
    }

    /** The report of a version: what it is worth on bars it was not trained on. */
    @Operation(summary = "Show the report of a trained version as a page")
    @GetMapping(path = "/api/v1/brain/models/versions/{version}/report", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> report(@PathVariable String version) {
        String page = versions.report(version)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "there is no trained version of this name in the folder of models"));
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", POLICY)
                .body(page);
    }
}
