package dev.tradesuite.gateway.dashboard.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.MediaTypeFactory;
import org.springframework.stereotype.Component;

/** The files of the built app on the class path. Each is read once. Safe for many threads. */
@Component
final class DashboardFiles {

    private static final String FOLDER = "/dashboard/";

    /** No folders but that of the assets, and no way up. */
    private static final Pattern NAME = Pattern.compile("(assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final Map<String, Optional<StaticFile>> known = new ConcurrentHashMap<>();

    /** A file; its content is never changed. */
    static final class StaticFile {

        private final MediaType type;
        private final byte[] content;

        StaticFile(MediaType type, byte[] content) {
            this.type = type;
            this.content = content;
        }

        MediaType type() {
            return type;
        }

        byte[] content() {
            return content;
        }
    }

    /** A file by its name, such as {@code index.html} or {@code assets/index-1b2c.js}. */
    Optional<StaticFile> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        Optional<StaticFile> file = known.get(name);
        if (file != null) {
            return file;
        }
        Optional<StaticFile> read = read(name);
        // What is not there is not remembered: names of nobody are without number.
        read.ifPresent(_ -> known.put(name, read));
        return read;
    }

    private static Optional<StaticFile> read(String name) {
        try (InputStream stream = DashboardFiles.class.getResourceAsStream(FOLDER + name)) {
            return stream == null ? Optional.empty() : Optional.of(new StaticFile(type(name), stream.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    private static MediaType type(String name) {
        return MediaTypeFactory.getMediaType(name).orElse(MediaType.APPLICATION_OCTET_STREAM);
    }
}
