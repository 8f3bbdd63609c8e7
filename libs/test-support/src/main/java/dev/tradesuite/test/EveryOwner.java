package dev.tradesuite.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.test.SuiteClient.Answer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import tools.jackson.databind.JsonNode;

/**
 * That nobody finds what is somebody else's, at every endpoint the description of a service says names any.
 *
 * <p>The description says it with {@code x-books-of}; see the package {@code access} of the library of the services.
 */
public final class EveryOwner {

    private static final String BOOKS_OF = "x-books-of";
    private static final String[] SCOPES = {"trade:read", "trade:execute", "portfolio:write", "risk:admin", "approve"};

    private final SuiteClient caller;
    private final JsonNode api;
    private final Map<String, Sample> samples;
    private final Map<String, String> bodies;
    private final SoftAssertions all = new SoftAssertions();
    private final List<String> asked = new ArrayList<>();

    /**
     * One of a kind of things that have an owner.
     *
     * @param mine of the caller
     * @param theirs of somebody else
     * @param nobodys of nobody: there is none
     */
    public record Sample(String mine, String theirs, String nobodys) {}

    private EveryOwner(SuiteClient client, String subject, Map<String, Sample> samples, Map<String, String> bodies) {
        this.caller = client.as(subject, List.of(), SCOPES).header("Content-Type", "application/json");
        this.api = client.get("/v3/api-docs").json();
        this.samples = samples;
        this.bodies = bodies;
    }

    /**
     * Fails when the caller finds something of somebody else, is told that it exists, or does not find its own.
     *
     * @param subject caller
     * @param samples by what {@code x-books-of} says
     * @param bodies good ones, by method and path of the description, with {@code %s} in the place of the account or
     *     portfolio; one for each operation whose body names one
     * @return what was asked, as method and path
     */
    public static List<String> keepsTo(
            SuiteClient client, String subject, Map<String, Sample> samples, Map<String, String> bodies) {
        EveryOwner every = new EveryOwner(client, subject, samples, bodies);
        // What removes its own comes last.
        every.checkAll(false);
        every.checkAll(true);
        assertThat(every.asked).isNotEmpty();
        every.all.assertAll();
        return every.asked;
    }

    private void checkAll(boolean removing) {
        api.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> operation.getKey().equals("delete") == removing)
                .forEach(operation ->
                        check(operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())));
    }

    private void check(String method, String path, JsonNode operation) {
        if (operation.path("x-scopes").values().stream()
                .anyMatch(scope -> scope.asString().equals("internal"))) {
            return;
        }
        List<JsonNode> guarded = operation.path("parameters").values().stream()
                .filter(parameter -> parameter.has(BOOKS_OF))
                .toList();
        boolean inBody = operation.path("requestBody").has(BOOKS_OF);
        guarded.forEach(one -> checkParameter(method, path, guarded, one, operation));
        if (inBody) {
            checkBody(method, path, sample(operation.path("requestBody")), guarded);
        }
        if (method.equals("GET") && guarded.stream().noneMatch(EveryOwner::isRequired)) {
            checkList(path);
        }
    }

    private void checkParameter(String method, String path, List<JsonNode> guarded, JsonNode one, JsonNode operation) {
        asked.add(method + " " + path);
        String body = operation.has("requestBody") ? "{}" : "";
        String theirs = address(path, guarded, one, sample(one).theirs());
        String nobodys = address(path, guarded, one, sample(one).nobodys());
        String mine = address(path, guarded, one, sample(one).mine());
        Answer hidden = send(method, theirs, body);
        Answer absent = send(method, nobodys, body);
        all.assertThat(hidden.status())
                .as(method + " " + theirs + " " + hidden.text())
                .isEqualTo(404);
        if (isRequired(one)) {
            all.assertThat(told(absent, sample(one).nobodys()))
                    .as(method + " " + nobodys + " tells no more than " + theirs)
                    .isEqualTo(told(hidden, sample(one).theirs()));
        }
        Answer own = send(method, mine, body);
        all.assertThat(own.status()).as(method + " " + mine).isNotIn(401, 403);
        // What is asked of one's own may lack something else, and say so.
        all.assertThat(told(own, sample(one).mine()))
                .as(method + " " + mine)
                .isNotEqualTo(told(hidden, sample(one).theirs()));
    }

    private void checkBody(String method, String path, Sample named, List<JsonNode> guarded) {
        asked.add(method + " " + path);
        String key = method + " " + path;
        String body = bodies.get(key);
        all.assertThat(body).as("a good body of " + key + ", which names books").isNotNull();
        if (body == null) {
            return;
        }
        String address = guarded.isEmpty()
                ? plain(path)
                : address(
                        path,
                        guarded,
                        guarded.getFirst(),
                        sample(guarded.getFirst()).mine());
        Answer hidden = send(method, address, body.formatted(named.theirs()));
        Answer absent = send(method, address, body.formatted(named.nobodys()));
        Answer own = send(method, address, body.formatted(named.mine()));
        all.assertThat(hidden.status()).as(key + " for theirs " + hidden.text()).isEqualTo(404);
        all.assertThat(told(absent, named.nobodys()))
                .as(key + " tells no more of nobody's")
                .isEqualTo(told(hidden, named.theirs()));
        all.assertThat(own.status()).as(key + " for mine " + own.text()).isNotIn(400, 401, 403);
        all.assertThat(told(own, named.mine())).as(key + " for mine").isNotEqualTo(told(hidden, named.theirs()));
    }

    /** Whatever is listed, nothing of somebody else is. */
    private void checkList(String path) {
        if (path.contains("{")) {
            return;
        }
        asked.add("GET " + path);
        String answer = send("GET", path, "").text();
        samples.values().forEach(sample -> all.assertThat(answer)
                .as("GET " + path)
                .doesNotContain("\"" + sample.theirs() + "\"")
                .doesNotContain("_id\":" + sample.theirs() + ","));
    }

    private Answer send(String method, String address, String body) {
        return caller.send(method, address, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** The address with this value for one of what is guarded, and the caller's own for the rest. */
    private String address(String path, List<JsonNode> guarded, JsonNode one, String value) {
        String address = path;
        List<String> query = new ArrayList<>();
        for (JsonNode parameter : guarded) {
            boolean other = !parameter.equals(one);
            String given = other ? sample(parameter).mine() : value;
            String name = parameter.path("name").asString();
            if (parameter.path("in").asString().equals("path")) {
                address = address.replace("{%s}".formatted(name), given);
            } else if (!other || isRequired(parameter)) {
                query.add(name + "=" + given);
            }
        }
        return plain(address) + (query.isEmpty() ? "" : query.stream().collect(Collectors.joining("&", "?", "")));
    }

    /** With something in the place of what has no owner. */
    private static String plain(String path) {
        return path.replace("{symbol}", "EURUSD").replaceAll("\\{[a-z_]*id}", "019b0000-0000-7000-8000-000000000000");
    }

    private Sample sample(JsonNode guarded) {
        String of = guarded.path(BOOKS_OF).asString();
        return Objects.requireNonNull(samples.get(of), () -> "no sample of " + of);
    }

    private static boolean isRequired(JsonNode parameter) {
        return parameter.path("required").asBoolean(false);
    }

    /** What an answer tells, apart from the name that was asked for. */
    private static String told(Answer answer, String name) {
        JsonNode problem = answer.json();
        return "%d %s %s"
                .formatted(
                        answer.status(),
                        problem.path("code").asString(""),
                        problem.path("detail").asString("").replace(name, "X"));
    }
}
