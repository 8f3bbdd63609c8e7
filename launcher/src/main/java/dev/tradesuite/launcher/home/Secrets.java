package dev.tradesuite.launcher.home;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The passwords of this installation. They are made at the first start and stay in a file only its owner can read. */
public final class Secrets {

    private static final int RANDOM_BYTES = 24;

    private final Map<Secret, String> values;

    private Secrets(Map<Secret, String> values) {
        this.values = new EnumMap<>(values);
    }

    public String get(Secret secret) {
        return Objects.requireNonNull(values.get(secret));
    }

    /** One that need not be there. */
    public Optional<String> find(Secret secret) {
        return Optional.ofNullable(values.get(secret));
    }

    /** Reads the file, generates what it lacks and writes it back when something was missing. */
    public static Secrets loadOrCreate(Path file) {
        try {
            Properties stored = read(file);
            boolean complete = true;
            Map<Secret, String> values = new EnumMap<>(Secret.class);
            for (Secret secret : Secret.values()) {
                String value = stored.getProperty(secret.key(), "").strip();
                if (!value.isEmpty()) {
                    values.put(secret, value);
                } else if (secret.isMade()) {
                    complete = false;
                    values.put(secret, generate());
                }
            }
            if (complete) {
                PrivateFiles.restrict(file);
            } else {
                PrivateFiles.write(file, text(values));
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new SuiteException(
                    "%s cannot be read or written; make it readable and writable for the user %s"
                            .formatted(file, System.getProperty("user.name")),
                    e);
        }
    }

    private static Properties read(Path file) throws IOException {
        Properties stored = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                stored.load(reader);
            }
        }
        return stored;
    }

    private static String generate() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String text(Map<Secret, String> values) {
        StringBuilder text = new StringBuilder("# Passwords of this installation, made at its first start.\n");
        values.forEach((secret, value) ->
                text.append(secret.key()).append('=').append(value).append('\n'));
        return text.toString();
    }
}
