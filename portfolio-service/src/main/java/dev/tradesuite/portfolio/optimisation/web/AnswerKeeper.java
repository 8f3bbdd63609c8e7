package dev.tradesuite.portfolio.optimisation.web;

import dev.tradesuite.contracts.portfolio.FrontierAnswer;
import dev.tradesuite.contracts.portfolio.OptimizeAnswer;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.portfolio.optimisation.AnswerArchive;
import dev.tradesuite.portfolio.optimisation.AnswerArchive.KeptAnswer;
import dev.tradesuite.portfolio.optimisation.AnswerArchive.Kind;
import dev.tradesuite.support.Sha256;
import dev.tradesuite.support.problem.ProblemException;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps answers as they are given, and tells requests apart. */
@Component
final class AnswerKeeper {

    private final AnswerArchive archive;
    private final JsonMapper json;
    private final Clock clock;

    AnswerKeeper(AnswerArchive archive, JsonMapper json, Clock clock) {
        this.archive = archive;
        this.json = json;
        this.clock = clock;
    }

    /** SHA-256 of a request, the same however its body was spaced. */
    String hash(Object request) {
        return Sha256.hex(json.writeValueAsBytes(request));
    }

    OptimizeAnswer keep(OptimizeAnswer answer) {
        keep(new KeptAnswer(
                answer.requestId(),
                Kind.WEIGHTS,
                FieldFaults.wire(answer.methodUsed()),
                answer.inputHash(),
                json.writeValueAsString(answer)));
        return answer;
    }

    FrontierAnswer keep(FrontierAnswer answer) {
        keep(new KeptAnswer(
                answer.requestId(),
                Kind.FRONTIER,
                "efficient_frontier",
                answer.inputHash(),
                json.writeValueAsString(answer)));
        return answer;
    }

    OptimizeAnswer weights(UUID id) {
        return json.readValue(text(id, Kind.WEIGHTS), OptimizeAnswer.class);
    }

    FrontierAnswer frontier(UUID id) {
        return json.readValue(text(id, Kind.FRONTIER), FrontierAnswer.class);
    }

    private void keep(KeptAnswer answer) {
        archive.keep(answer, clock.instant());
    }

    private String text(UUID id, Kind kind) {
        return archive.find(id, kind)
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.NOT_FOUND, "No answer %s, or it is older than answers are kept".formatted(id)));
    }
}
