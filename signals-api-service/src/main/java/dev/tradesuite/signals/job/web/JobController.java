package dev.tradesuite.signals.job.web;

import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.contracts.signals.CreateJobRequest;
import dev.tradesuite.contracts.signals.ModelJob;
import dev.tradesuite.contracts.signals.ModelJobPage;
import dev.tradesuite.signals.job.BookJob;
import dev.tradesuite.signals.job.JobOrder;
import dev.tradesuite.signals.job.JobService;
import dev.tradesuite.support.idempotency.Claim;
import dev.tradesuite.support.idempotency.web.IdempotentAnswers;
import dev.tradesuite.support.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Backfills and backtests. */
@RestController
@RequestMapping("/api/models/jobs")
@Tag(name = "Models")
class JobController {

    private final JobService jobs;
    private final JobOrderMapper orders;
    private final IdempotentAnswers idempotent;
    private final JsonMapper json;

    JobController(JobService jobs, JobOrderMapper orders, IdempotentAnswers idempotent, JsonMapper json) {
        this.jobs = jobs;
        this.orders = orders;
        this.idempotent = idempotent;
        this.json = json;
    }

    /** Takes an order; a repeat with the same {@code Idempotency-Key} is answered as the first. */
    @Operation(
            summary = "Book bars of the past: in the live accounts (backfill) or in a run of its own (backtest)",
            responses =
                    @ApiResponse(
                            responseCode = "201",
                            description = "The job, which goes on by itself",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = ModelJob.class))))
    @PostMapping
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ResponseEntity<String> order(
            @Valid @RequestBody CreateJobRequest request,
            @RequestHeader(name = IdempotentAnswers.KEY, required = false) @Nullable String key,
            Principal client) {
        JobOrder order = orders.order(request);
        ResponseEntity<String> answer =
                idempotent.answer(key, client, "order a job", request, claim -> ordered(order, claim));
        long id = json.readTree(String.valueOf(answer.getBody())).path("job_id").asLong();
        return ResponseEntity.created(URI.create("/api/models/jobs/" + id))
                .headers(answer.getHeaders())
                .body(answer.getBody());
    }

    private String ordered(JobOrder order, Claim claim) {
        return switch (jobs.order(order, job -> claim.answer(written(job)))) {
            case JobService.Ordered.Accepted(BookJob job) -> written(job);
            case JobService.Ordered.BeforeBeginning refused -> throw beforeBeginning(order, refused);
            case JobService.Ordered.AtWork(String symbol, long job) ->
                throw new ProblemException(
                        ProblemCode.CONFLICT,
                        "Job %d backfills %s already; wait for it, or cancel it".formatted(job, symbol));
        };
    }

    private static ProblemException beforeBeginning(JobOrder order, JobService.Ordered.BeforeBeginning refused) {
        String command = "./suite backfill --symbol %s --timeframe %s --from %s --restart"
                .formatted(
                        refused.symbol(), order.span().timeframe(), order.span().from());
        return new ProblemException(
                ProblemCode.CONFLICT,
                "The live accounts of %s begin at %s, and bars before that cannot be put before them. To make them anew: %s, which is restart: true here"
                        .formatted(refused.symbol(), refused.coveredFrom(), command),
                List.of(),
                Map.of("command", command));
    }

    private String written(BookJob job) {
        return json.writeValueAsString(JobMapper.of(job));
    }

    /** Jobs, the newest first. */
    @Operation(summary = "Backfills and backtests, the newest first")
    @GetMapping
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    ModelJobPage list(
            @RequestParam(required = false) @Nullable @Pattern(regexp = "[0-9]{1,18}") String cursor,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<BookJob> found = jobs.page(cursor == null ? null : Long.valueOf(cursor), limit + 1);
        List<BookJob> page = found.subList(0, Math.min(limit, found.size()));
        return new ModelJobPage(
                page.stream().map(JobMapper::of).toList(),
                found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    /** One job. */
    @Operation(summary = "A backfill or backtest and how far it is")
    @GetMapping("/{job_id}")
    @PreAuthorize("hasAuthority('SCOPE_trade:read')")
    ModelJob get(@PathVariable("job_id") long id) {
        return jobs.find(id).map(JobMapper::of).orElseThrow(() -> unknown(id));
    }

    /** Cancels a job. */
    @Operation(summary = "Cancel a backfill or backtest; what it has written stays")
    @DeleteMapping("/{job_id}")
    @PreAuthorize("hasAuthority('SCOPE_portfolio:write')")
    ModelJob cancel(@PathVariable("job_id") long id) {
        return jobs.cancel(id).map(JobMapper::of).orElseThrow(() -> unknown(id));
    }

    private static ProblemException unknown(long id) {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no job " + id);
    }
}
