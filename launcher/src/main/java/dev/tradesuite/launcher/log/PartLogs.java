package dev.tradesuite.launcher.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends the log lines of each part to a file of its own.
 *
 * <p>Several services share this JVM and its libraries, so the logger's name does not tell whose line it is; the thread
 * does. A part is started inside {@link #callAs}, and every thread it makes then, or makes later from those, inherits
 * its name.
 */
public final class PartLogs {

    static final String LAUNCHER = "launcher";

    private static final InheritableThreadLocal<String> PART = new InheritableThreadLocal<>();

    private PartLogs() {}

    /** Writes all logs to this folder from now on. Spring Boot leaves the logging of this JVM alone. */
    public static void writeTo(Path folder) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        context.putProperty("suite.logs", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration());
        } catch (JoranException e) {
            throw new IllegalStateException("the launcher's own log configuration is broken", e);
        }
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static URL configuration() {
        return Objects.requireNonNull(PartLogs.class.getResource("/launcher-logback.xml"));
    }

    /** Runs the task; what it logs, and what threads it makes log, goes to the log of that part. */
    public static <T> T callAs(String part, Callable<T> task) throws Exception {
        String before = PART.get();
        PART.set(part);
        try {
            return task.call();
        } finally {
            if (before == null) {
                PART.remove();
            } else {
                PART.set(before);
            }
        }
    }

    /** The part the current thread works for. */
    static String current() {
        String part = PART.get();
        return part == null ? LAUNCHER : part;
    }
}
