package dev.tradesuite.support.problem;

import dev.tradesuite.contracts.problem.ProblemCode;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Answers what Tomcat itself refuses, before any filter, with a problem in place of its page. */
final class ProblemValve extends ErrorReportValve {

    private final Problems problems;
    private final JsonMapper json;

    ProblemValve(Problems problems, JsonMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        super.invoke(request, response);
        if (request.getAttribute(RequestGuard.TOO_SLOW) != null) {
            // Tomcat would read on to the end of the body, however long that takes.
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        if (!allowed.get()) {
            return;
        }
        // What did not come as far as our filters is no fault of ours, whatever Tomcat makes of it.
        boolean read = request.getAttribute(RequestGuard.REACHED) != null;
        ProblemCode code = !read && status >= 500
                ? ProblemCode.VALIDATION_FAILED
                : ProblemAdvice.code(HttpStatusCode.valueOf(status));
        response.setStatus(code.status());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding("UTF-8");
        try {
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(json.writeValueAsString(problems.of(
                        code,
                        read ? code.fix() : "This request cannot be read as HTTP",
                        List.of(),
                        String.valueOf(request.getRequestURI()))));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException _) {
            // Nobody listens any more.
        }
    }
}
