package dev.tradesuite.gateway.route;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What services tell one another and nobody else may: it is not passed on, whoever asks.
 *
 * <p>The service asks for the scope of services besides; this door merely does not lead there.
 */
public final class InternalEndpoint {

    private final Optional<String> method;
    private final Pattern path;

    /**
     * An endpoint.
     *
     * @param method HTTP method; empty: every one
     * @param path its path at the gateway; {@code *} stands for one part of it, {@code /**} at the end for any more
     */
    InternalEndpoint(Optional<String> method, String path) {
        this.method = method;
        this.path = pattern(path);
    }

    /** As settings say it: a path, or a method and a path, such as {@code POST /portfolios/*}{@code /orders}. */
    public static InternalEndpoint parse(String text) {
        int space = text.indexOf(' ');
        return space < 0
                ? new InternalEndpoint(Optional.empty(), text)
                : new InternalEndpoint(
                        Optional.of(text.substring(0, space)),
                        text.substring(space + 1).strip());
    }

    boolean matches(String asked, String at) {
        return method.map(asked::equals).orElse(true) && path.matcher(at).matches();
    }

    private static Pattern pattern(String path) {
        boolean more = path.endsWith("/**");
        String start = more ? path.substring(0, path.length() - 3) : path;
        String parts = Pattern.quote(start).replace("*", "\\E[^/]+\\Q");
        return Pattern.compile(parts + (more ? "(/.*)?" : ""), Pattern.DOTALL);
    }
}
