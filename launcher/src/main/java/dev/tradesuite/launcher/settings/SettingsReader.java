package dev.tradesuite.launcher.settings;

import dev.tradesuite.launcher.ExitCode;
import dev.tradesuite.launcher.SuiteException;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.support.NearestName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;

/**
 * Reads the settings of a run: the defaults, then {@code suite.yml}, then {@code --set}.
 *
 * <p>Every fault is one {@link SuiteException} that names the setting, what was found and what is expected.
 */
public final class SettingsReader {

    private static final String DEFAULT_FILE = "suite.yml";
    private static final Pattern MEMORY = Pattern.compile("[1-9][0-9]*[mMgG]");

    private final Path root;
    private final List<SuiteService> services;

    /**
     * @param root project folder; a relative state folder and the default file are found from here
     * @param services services that can be set
     */
    public SettingsReader(Path root, List<SuiteService> services) {
        this.root = root;
        this.services = List.copyOf(services);
    }

    /**
     * Reads the settings.
     *
     * @param file file named by the caller, which must exist; absent for {@code suite.yml} if there is one
     * @param overrides values of {@code --set}, by key
     */
    public SuiteSettings read(@Nullable Path file, Map<String, String> overrides) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Setting setting : SettingCatalogue.of(services)) {
            values.put(setting.key(), setting.defaultValue());
        }
        Path source = file == null ? root.resolve(DEFAULT_FILE) : root.resolve(file);
        if (file != null || Files.exists(source)) {
            merge(values, readFile(source), source.getFileName().toString());
        }
        merge(values, overrides, "--set");
        return settings(values);
    }

    private static Map<String, String> readFile(Path file) {
        try {
            return FlatYaml.read(Files.readString(file));
        } catch (IOException e) {
            throw wrong("cannot read the settings file %s; check the path and its permissions".formatted(file), e);
        } catch (FlatYaml.Malformed e) {
            throw wrong("%s is not valid YAML: %s".formatted(file, e.getMessage()), e);
        }
    }

    private void merge(Map<String, String> values, Map<String, String> more, String source) {
        more.forEach((key, value) -> {
            if (!values.containsKey(key) && !isServiceProperty(key)) {
                throw wrong("%s: there is no setting %s%s".formatted(source, key, suggestion(key, values)), null);
            }
            values.put(key, value.strip());
        });
    }

    private boolean isServiceProperty(String key) {
        if (key.startsWith(SettingCatalogue.SUITE)) {
            return true;
        }
        if (!key.startsWith(SettingCatalogue.SERVICES)) {
            return false;
        }
        String rest = key.substring(SettingCatalogue.SERVICES.length());
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        return dot > 0
                && (name.equals(SettingCatalogue.EVERY_SERVICE)
                        || services.stream().anyMatch(service -> service.key().equals(name)));
    }

    private static String suggestion(String key, Map<String, String> values) {
        return NearestName.to(key, values.keySet())
                .map(name -> "; did you mean %s?".formatted(name))
                .orElse("; ./suite up --help lists them");
    }

    private SuiteSettings settings(Map<String, String> values) {
        Ports ports = ports(values);
        return new SuiteSettings(
                root.resolve(text(values, SettingCatalogue.STATE)).normalize(),
                text(values, SettingCatalogue.BIND_ADDRESS),
                ports,
                duration(values, SettingCatalogue.TOKEN_LIFETIME),
                Arrays.stream(text(values, SettingCatalogue.REDIRECTS).split(",", -1))
                        .map(String::strip)
                        .filter(redirect -> !redirect.isEmpty())
                        .toList(),
                number(values, SettingCatalogue.PARALLEL, 1, 16),
                duration(values, SettingCatalogue.START_TIMEOUT),
                duration(values, SettingCatalogue.STOP_TIMEOUT),
                flag(values, SettingCatalogue.RESTART),
                memory(values),
                serviceProperties(values));
    }

    private static Ports ports(Map<String, String> values) {
        Map<String, Integer> byName = new LinkedHashMap<>();
        for (String key : values.keySet()) {
            if (key.startsWith(SettingCatalogue.PORTS)) {
                byName.put(key.substring(SettingCatalogue.PORTS.length()), number(values, key, 1, 65_535));
            }
        }
        Ports ports = new Ports(byName);
        ports.clash().ifPresent(clash -> {
            throw wrong(clash + "; give each part a port of its own", null);
        });
        return ports;
    }

    private static Map<String, Map<String, String>> serviceProperties(Map<String, String> values) {
        Map<String, Map<String, String>> properties = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(SettingCatalogue.SUITE)) {
                properties
                        .computeIfAbsent(SettingCatalogue.EVERY_SERVICE, _ -> new LinkedHashMap<>())
                        .put(key, value);
            } else if (key.startsWith(SettingCatalogue.SERVICES)) {
                String rest = key.substring(SettingCatalogue.SERVICES.length());
                int dot = rest.indexOf('.');
                properties
                        .computeIfAbsent(rest.substring(0, dot), _ -> new LinkedHashMap<>())
                        .put(rest.substring(dot + 1), value);
            }
        });
        return properties;
    }

    private static String text(Map<String, String> values, String key) {
        String value = Optional.ofNullable(values.get(key)).orElse("");
        if (value.isEmpty()) {
            throw wrong("%s must not be empty".formatted(key), null);
        }
        return value;
    }

    private static int number(Map<String, String> values, String key, int smallest, int largest) {
        String value = text(values, key);
        try {
            int number = Integer.parseInt(value);
            if (number >= smallest && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(outOfRange(key, value, smallest, largest), e);
        }
        throw wrong(outOfRange(key, value, smallest, largest), null);
    }

    private static String outOfRange(String key, String value, int smallest, int largest) {
        return "%s must be a whole number from %d to %d, but is '%s'".formatted(key, smallest, largest, value);
    }

    private static Duration duration(Map<String, String> values, String key) {
        String value = text(values, key);
        try {
            Duration duration = DurationStyle.detectAndParse(value);
            if (duration.isPositive()) {
                return duration;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("%s must be a time such as 30s, 5m or 1h, but is '%s'".formatted(key, value), e);
        }
        throw wrong("%s must be longer than zero, but is '%s'".formatted(key, value), null);
    }

    private static boolean flag(Map<String, String> values, String key) {
        String value = text(values, key);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wrong("%s must be true or false, but is '%s'".formatted(key, value), null);
        };
    }

    private static String memory(Map<String, String> values) {
        String value = text(values, SettingCatalogue.MEMORY);
        if (!MEMORY.matcher(value).matches()) {
            throw wrong(
                    "%s must be a size such as 256m or 1g, but is '%s'".formatted(SettingCatalogue.MEMORY, value),
                    null);
        }
        return value;
    }

    private static SuiteException wrong(String message, @Nullable Throwable cause) {
        return new SuiteException(ExitCode.USAGE, message, cause);
    }
}
