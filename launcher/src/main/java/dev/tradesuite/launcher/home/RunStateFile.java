package dev.tradesuite.launcher.home;

import dev.tradesuite.launcher.SuiteException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the {@link RunState} in a file, so that other processes can read it. */
public final class RunStateFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    public RunStateFile(Path file) {
        this.file = file;
    }

    public void write(RunState state) {
        try {
            PrivateFiles.write(file, JSON.writeValueAsString(state) + "\n");
        } catch (IOException e) {
            throw new SuiteException(
                    "%s cannot be written; check the folder's permissions and the disk".formatted(file), e);
        }
    }

    /** The state as last written; nothing when no suite was started, or its file cannot be understood. */
    public Optional<RunState> read() {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), RunState.class));
        } catch (NoSuchFileException | JacksonException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SuiteException("%s cannot be read; check its permissions".formatted(file), e);
        }
    }

    public void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new SuiteException("%s cannot be deleted; check the folder's permissions".formatted(file), e);
        }
    }
}
