package dev.tradesuite.launcher;

import dev.tradesuite.strategy.selection.StrategyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The strategy controllers beside the built launcher, as the script finds them. */
public final class StrategyJars {

    private static final Path FOLDER = Path.of("target", "suite", "strategies").toAbsolutePath();

    private StrategyJars() {}

    /** The jars in the order of the class path. */
    public static List<Path> paths() {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no strategy controllers are packaged; build the modules strategy-*-service with this one", e);
        }
    }

    /** The strategies in them, by their ports. */
    public static List<StrategyProvider> providers() {
        URL[] urls = paths().stream().map(StrategyJars::url).toArray(URL[]::new);
        // Stays open for the classes it has loaded, as the loader of a program does.
        ClassLoader loader = new URLClassLoader(urls, StrategyJars.class.getClassLoader());
        return ServiceLoader.load(StrategyProvider.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparingInt(StrategyProvider::defaultPort))
                .toList();
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }
}
