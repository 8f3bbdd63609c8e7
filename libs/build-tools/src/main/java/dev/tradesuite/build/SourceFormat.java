package dev.tradesuite.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.JavaFormatterOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies Palantir Java Format on every Java source of the project. */
public final class SourceFormat {

    private static final Formatter FORMATTER = Formatter.createFormatter(JavaFormatterOptions.builder()
            .style(JavaFormatterOptions.Style.PALANTIR)
            .formatJavadoc(true)
            .build());

    private SourceFormat() {}

    /**
     * Formats below a folder.
     *
     * @param args {@code check} or {@code apply}, then the project folder, then optionally the modules to look at
     */
    public static void main(String[] args) throws IOException {
        boolean apply = args[0].equals("apply");
        Path root = Path.of(args[1]).toRealPath();
        List<String> modules = List.of(args).subList(2, args.length);
        List<Path> changed =
                sources(root, modules).filter(file -> differs(file, apply)).toList();
        if (!changed.isEmpty() && !apply) {
            changed.forEach(file -> System.err.println("not formatted: " + root.relativize(file)));
            System.err.println("Run: mvn -q process-classes -pl libs/build-tools -Dformat.mode=apply");
            System.exit(1);
        }
    }

    private static Stream<Path> sources(Path root, List<String> wanted) throws IOException {
        return Stream.concat(folders(root), folders(root.resolve("libs")))
                .filter(module ->
                        wanted.isEmpty() || wanted.contains(module.getFileName().toString()))
                .map(module -> module.resolve("src"))
                .filter(Files::isDirectory)
                .flatMap(SourceFormat::javaFiles);
    }

    private static Stream<Path> folders(Path parent) throws IOException {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.toList().stream();
        }
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean differs(Path file, boolean apply) {
        try {
            String before = Files.readString(file);
            String after = FORMATTER.formatSourceAndFixImports(before);
            if (before.equals(after)) {
                return false;
            }
            if (apply) {
                Files.writeString(file, after);
            }
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (FormatterException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
