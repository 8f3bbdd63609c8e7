package dev.tradesuite.launcher.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.sift.SiftingAppender;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    /** Kafka and its clients tell a lot at INFO that says nothing about the suite; the others tell whole addresses. */
    private static final Map<String, Level> QUIET = Map.of(
            "org.apache.kafka", Level.WARN,
            "kafka", Level.WARN,
            "state.change.logger", Level.WARN,
            "org.apache.coyote.http11", Level.WARN,
            "org.apache.tomcat.util.http", Level.WARN,
            "org.springframework.web.server.adapter.HttpWebHandlerAdapter", Level.OFF);

    private static final Duration KEEP_OPEN = Duration.ofDays(365);

    private PartLogs() {}

    /** Writes all logs to this folder from now on. Spring Boot leaves the logging of this JVM alone. */
    public static void writeTo(Path folder, LogOptions options) {
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        QUIET.forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.INFO);
        options.levels().forEach((logger, level) -> context.getLogger(logger).setLevel(level));
        root.addAppender(parts(context, new PartFiles(folder, options.json(), options.bounds())));
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }

    private static SiftingAppender parts(LoggerContext context, PartFiles files) {
        PartDiscriminator discriminator = new PartDiscriminator();
        discriminator.setContext(context);
        discriminator.start();
        SiftingAppender appender = new SiftingAppender();
        appender.setContext(context);
        appender.setName("parts");
        appender.setDiscriminator(discriminator);
        appender.setTimeout(new ch.qos.logback.core.util.Duration(KEEP_OPEN.toMillis()));
        appender.setAppenderFactory(files);
        appender.start();
        return appender;
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
