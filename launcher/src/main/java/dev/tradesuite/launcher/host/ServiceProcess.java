package dev.tradesuite.launcher.host;

import dev.tradesuite.launcher.log.LogOptions;
import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.support.SuiteApplication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Main class of a forked service: runs the service named by its argument until the launcher is done with it. */
public final class ServiceProcess {

    /** Environment variable that names the folder for the log. */
    static final String LOG_FOLDER = "SUITE_LOG_FOLDER";

    /** Environment variable Spring Boot reads properties from, as JSON. */
    static final String PROPERTIES = "SPRING_APPLICATION_JSON";

    private static final int FAILED = 1;

    private ServiceProcess() {}

    /**
     * Runs a service; its properties are in {@code SPRING_APPLICATION_JSON}.
     *
     * @param arguments key of the service
     */
    public static void main(String... arguments) throws Exception {
        SuiteService service = Services.named(arguments[0]);
        PartLogs.writeTo(Path.of(System.getenv(LOG_FOLDER)), LogOptions.of(properties()));
        Thread.ofPlatform().daemon().name("launcher-watch").start(ServiceProcess::endWithLauncher);
        Callable<ConfigurableApplicationContext> starting = () ->
                SuiteApplication.builder(service.application(), service.name()).run();
        try {
            PartLogs.callAs(service.name(), starting);
        } catch (RuntimeException _) {
            // Spring Boot has logged why.
            System.exit(FAILED);
        }
    }

    private static Map<String, String> properties() {
        return JsonMapper.shared().readValue(System.getenv(PROPERTIES), new TypeReference<>() {});
    }

    /** The launcher holds the other end of standard input; when it is gone, so should this process be. */
    private static void endWithLauncher() {
        Logger log = LoggerFactory.getLogger(ServiceProcess.class);
        try {
            while (System.in.read() >= 0) {
                // Nothing is ever written to it.
            }
            log.warn("the launcher is gone");
        } catch (IOException e) {
            log.warn("the launcher is gone", e);
        }
        System.exit(FAILED);
    }
}
