package dev.tradesuite.orchestrator.webhook.web;

import dev.tradesuite.contracts.problem.FieldError;
import dev.tradesuite.contracts.problem.ProblemCode;
import dev.tradesuite.orchestrator.webhook.AlertText;
import dev.tradesuite.support.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes the body of an alert apart: a JSON object whatever its content type, a form, or {@link AlertText}. */
final class AlertBody {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final JsonMapper json;

    AlertBody(JsonMapper json) {
        this.json = json;
    }

    /**
     * Its fields by their names in lower case, as they are written.
     *
     * @param form whether it is sent as a form
     * @throws ProblemException {@code BODY_MISSING}, {@code MALFORMED_JSON} or {@code VALIDATION_FAILED}
     */
    Map<String, String> fields(byte[] body, boolean form) {
        return fields(new String(body, StandardCharsets.UTF_8), form);
    }

    private Map<String, String> fields(String body, boolean form) {
        String text = (body.startsWith(BYTE_ORDER_MARK) ? body.substring(1) : body).strip();
        if (text.isEmpty()) {
            throw new ProblemException(ProblemCode.BODY_MISSING, "An alert needs a body, such as BUY EURUSD 1.0835");
        }
        try {
            if (text.startsWith("{")) {
                return jsonFields(text);
            }
            return form ? AlertText.form(text) : AlertText.fields(text);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(
                    List.of(new FieldError("body", "NOT_VALID", String.valueOf(e.getMessage()), null)));
        }
    }

    private Map<String, String> jsonFields(String text) {
        try {
            Map<String, String> fields = new LinkedHashMap<>();
            JsonNode object = json.reader()
                    .with(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .readTree(text);
            object.properties().forEach(field -> {
                if (!field.getValue().isNull()) {
                    AlertText.put(
                            fields,
                            field.getKey(),
                            field.getValue().isValueNode()
                                    ? field.getValue().asString()
                                    : field.getValue().toString());
                }
            });
            return fields;
        } catch (JacksonException e) {
            throw new ProblemException(ProblemCode.MALFORMED_JSON, e.getOriginalMessage());
        }
    }
}
