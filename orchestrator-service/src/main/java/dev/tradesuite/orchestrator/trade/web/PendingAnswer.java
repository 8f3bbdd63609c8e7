package dev.tradesuite.orchestrator.trade.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Tells a decision that waits for an approval from one that is carried out, or is not: it is accepted, 202. */
final class PendingAnswer {

    static final String DESCRIPTION =
            "It waits for an approval: execution_result has pending_approval and the approval's id";

    /** Nothing else in a document looks like it: within a text its quotes would be escaped. */
    private static final String WAITS = "\"approval_id\":\"";

    private PendingAnswer() {}

    static ResponseEntity<String> orDecided(ResponseEntity<String> answer) {
        String body = answer.getBody();
        return body != null && body.contains(WAITS)
                ? ResponseEntity.status(HttpStatus.ACCEPTED)
                        .headers(answer.getHeaders())
                        .body(body)
                : answer;
    }
}
