package dev.tradesuite.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradesuite.gateway.route.BackendService;
import dev.tradesuite.gateway.route.InternalEndpoint;
import dev.tradesuite.support.access.GuardedParameter;
import dev.tradesuite.test.ProjectFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPatternParser;
import org.yaml.snakeyaml.Yaml;

/**
 * Every endpoint of every service, with the scope it takes, whether the gateway leads there, and what it names that has
 * an owner. An endpoint that is new fails here until somebody has decided, and written the decision into the page.
 */
class EndpointsTest {

    private static final Path PAGE = ProjectFolder.resolve("docs", "endpoints.md");
    private static final String INTERNAL = "internal";
    private static final Pattern SCOPE = Pattern.compile("SCOPE_([a-z:]+)");

    /** Endpoints that take no scope, and why. */
    private static final Map<String, String> WITHOUT_SCOPE = Map.of(
            "POST /api/v1/webhooks/tradingview/{token}", "none: the address is the proof",
            "GET /api/v1/me", "none: any token");

    /** Parts of paths that name nothing anybody owns. */
    private static final List<String> NOBODYS =
            List.of("symbol", "token", "signal_id", "job_id", "version", "request_id", "notification_id");

    private static final List<Endpoint> ENDPOINTS = endpoints();

    /**
     * An endpoint.
     *
     * @param service whose it is
     * @param call method and path, as the service has it
     * @param scopes one of which is needed
     * @param routed whether the gateway leads there
     * @param owned what it names that has an owner, or belongs to what has one
     * @param unguarded path variables that name nothing of the kind
     */
    private record Endpoint(
            String service,
            String call,
            List<String> scopes,
            boolean routed,
            List<String> owned,
            List<String> unguarded) {

        String row() {
            return "| %s | `%s` | %s | %s | %s |"
                    .formatted(
                            service,
                            call,
                            scopes.isEmpty() ? String.valueOf(WITHOUT_SCOPE.get(call)) : String.join(" or ", scopes),
                            routed ? "yes" : "no",
                            owned.isEmpty() ? "" : String.join(", ", owned));
        }
    }

    @Test
    void pageListsEveryEndpointAsItIs() throws IOException {
        String current = "%s%s\n"
                .formatted(introduction(), ENDPOINTS.stream().map(Endpoint::row).collect(Collectors.joining("\n")));
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, current);
        }
        assertThat(PAGE)
                .as("an endpoint is new or another: decide on its scope, its route and its owner,"
                        + " and run this test with -Ddocs.write=true")
                .content()
                .isEqualToNormalizingNewlines(current);
    }

    @Test
    void gatewayLeadsToEverythingButWhatOnlyServicesCall() {
        assertThat(ENDPOINTS).hasSizeGreaterThan(50).allSatisfy(endpoint -> assertThat(endpoint.routed())
                .as(endpoint.call())
                .isNotEqualTo(endpoint.scopes().contains(INTERNAL)));
    }

    @Test
    void scopeOfServicesIsNeverOneOfSeveral() {
        assertThat(ENDPOINTS)
                .filteredOn(endpoint -> endpoint.scopes().contains(INTERNAL))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(endpoint.scopes()).containsExactly(INTERNAL));
    }

    @Test
    void everyEndpointTakesAScopeButThoseThatSayWhyNot() {
        assertThat(ENDPOINTS)
                .filteredOn(endpoint -> endpoint.scopes().isEmpty())
                .extracting(Endpoint::call)
                .containsExactlyInAnyOrderElementsOf(WITHOUT_SCOPE.keySet());
    }

    @Test
    void whatAPathNamesHasAnOwnerOrIsNobodys() {
        assertThat(ENDPOINTS)
                .filteredOn(endpoint -> !endpoint.scopes().contains(INTERNAL))
                .allSatisfy(endpoint -> assertThat(endpoint.unguarded())
                        .as("%s: mark it with @AccountId, @PortfolioId or @BooksOf", endpoint.call())
                        .isSubsetOf(withBelongings(endpoint)));
    }

    /** What belongs to a portfolio that is guarded itself needs no guard of its own. */
    private static List<String> withBelongings(Endpoint endpoint) {
        return endpoint.owned().contains("portfolio")
                ? Stream.concat(NOBODYS.stream(), Stream.of("order_id", "cycle_id"))
                        .toList()
                : NOBODYS;
    }

    private static String introduction() throws IOException {
        String page = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        int rows = page.indexOf("| --- |");
        return rows < 0 ? page : page.substring(0, page.indexOf('\n', rows) + 1);
    }

    private static List<Endpoint> endpoints() {
        List<BackendService> backends = backends();
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("dev.tradesuite").stream()
                .map(found -> ClassUtils.resolveClassName(
                        String.valueOf(found.getBeanClassName()), EndpointsTest.class.getClassLoader()))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                        .flatMap(method -> endpoints(controller, method, backends)))
                // One call may have a method for each kind of answer.
                .distinct()
                .sorted(Comparator.comparing(Endpoint::service).thenComparing(Endpoint::call))
                .toList();
    }

    private static Stream<Endpoint> endpoints(Class<?> controller, Method method, List<BackendService> backends) {
        String service = service(controller);
        RequestMapping own = mapping(method).orElseThrow();
        List<String> roots = mapping(controller).map(EndpointsTest::paths).orElse(List.of(""));
        List<Endpoint> endpoints = new ArrayList<>();
        for (String root : roots) {
            for (String path : paths(own)) {
                for (RequestMethod verb : own.method()) {
                    String at = root + path;
                    endpoints.add(new Endpoint(
                            service,
                            verb + " " + at,
                            scopes(controller, method),
                            service.equals("gateway") || isRouted(backends, verb.name(), at),
                            owned(method),
                            unguarded(method)));
                }
            }
        }
        return endpoints.stream();
    }

    private static Optional<RequestMapping> mapping(AnnotatedElement element) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(element, RequestMapping.class));
    }

    private static List<String> paths(RequestMapping mapping) {
        return mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
    }

    private static String service(Class<?> controller) {
        String name = controller
                .getPackageName()
                .substring("dev.tradesuite.".length())
                .replaceFirst("\\..*", "");
        return name.equals("controller") ? "strategy-*" : name;
    }

    private static List<String> scopes(Class<?> controller, Method method) {
        PreAuthorize own = AnnotatedElementUtils.findMergedAnnotation(method, PreAuthorize.class);
        PreAuthorize rule =
                own == null ? AnnotatedElementUtils.findMergedAnnotation(controller, PreAuthorize.class) : own;
        assertThat(rule).as(method + " says who may call").isNotNull();
        return SCOPE.matcher(Objects.requireNonNull(rule).value())
                .results()
                .map((MatchResult scope) -> scope.group(1))
                .toList();
    }

    private static List<String> owned(Method method) {
        return GuardedParameter.of(method).stream()
                .map(GuardedParameter::of)
                .distinct()
                .toList();
    }

    private static List<String> unguarded(Method method) {
        List<String> guarded =
                GuardedParameter.of(method).stream().map(GuardedParameter::name).toList();
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(PathVariable.class))
                .map(EndpointsTest::name)
                .filter(name -> !guarded.contains(name))
                .toList();
    }

    private static String name(Parameter parameter) {
        PathVariable variable = AnnotatedElementUtils.getMergedAnnotation(parameter, PathVariable.class);
        return variable == null || variable.value().isEmpty() ? parameter.getName() : variable.value();
    }

    private static boolean isRouted(List<BackendService> backends, String method, String path) {
        String at = path.replaceAll("\\{[^}]+}", "1").replaceFirst("^/strategy/", "/strategies/momentum/");
        PathContainer parsed = PathContainer.parsePath(at);
        return backends.stream()
                .anyMatch(backend -> backend.paths().stream().anyMatch(pattern -> PathPatternParser.defaultInstance
                                .parse(pattern)
                                .matches(parsed))
                        && !backend.isInternal(method, at));
    }

    /** What the gateway leads to, by its own settings. */
    private static List<BackendService> backends() {
        URI anywhere = URI.create("http://localhost");
        List<BackendService> backends = new ArrayList<>();
        routes().forEach((name, route) -> backends.add(new BackendService(
                name,
                anywhere,
                route.paths(),
                route.internal().stream().map(InternalEndpoint::parse).toList(),
                Optional.empty(),
                Duration.ZERO)));
        backends.add(BackendService.strategy("momentum", anywhere, Duration.ZERO));
        return backends;
    }

    private record Route(List<String> paths, List<String> internal) {}

    private static Map<String, Route> routes() {
        try (InputStream settings = new ClassPathResource("gateway-service.yml").getInputStream()) {
            Map<String, ?> services = map(map(map(new Yaml().load(settings), "suite"), "gateway"), "services");
            return services.keySet().stream()
                    .collect(Collectors.toMap(
                            name -> name,
                            name -> new Route(
                                    texts(map(services, name).get("paths")),
                                    texts(map(services, name).get("internal")))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked") // YAML has nothing but texts for names
    private static Map<String, ?> map(Map<String, ?> settings, String name) {
        return (Map<String, ?>) Objects.requireNonNull(settings.get(name), name);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> all ? all.stream().map(String::valueOf).toList() : List.of();
    }
}
