package dev.tradesuite.launcher.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads YAML as a flat map: nested keys are joined by dots, list items carry their index in brackets. */
final class FlatYaml {

    /** The text is not YAML, or not a map at the top; the message names the line. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    private FlatYaml() {}

    static Map<String, String> read(String text) throws Malformed {
        Object document = load(text);
        Map<String, String> values = new LinkedHashMap<>();
        if (document == null) {
            return values;
        }
        if (!(document instanceof Map)) {
            throw new Malformed("expected 'key: value' lines", null);
        }
        flatten("", document, values);
        return values;
    }

    private static @Nullable Object load(String text) throws Malformed {
        try {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Malformed("line %d: %s".formatted(line, e.getProblem()), e);
        } catch (YAMLException e) {
            throw new Malformed(String.valueOf(e.getMessage()), e);
        }
    }

    private static void flatten(String prefix, @Nullable Object value, Map<String, String> into) {
        switch (value) {
            case null -> into.put(prefix, "");
            case Map<?, ?> map ->
                map.forEach((key, item) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, item, into));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    flatten(prefix + "[" + i + "]", list.get(i), into);
                }
            }
            default -> into.put(prefix, value.toString());
        }
    }
}
