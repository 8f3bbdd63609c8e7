package dev.tradesuite.launcher.host;

import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.run.Part;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.support.SuiteApplication;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** A service as an application context of this JVM. */
public final class InProcessService implements Part {

    private final SuiteService service;
    private final ServiceProperties properties;
    private @Nullable ConfigurableApplicationContext context;

    public InProcessService(SuiteService service, ServiceProperties properties) {
        this.service = service;
        this.properties = properties;
    }

    @Override
    public String name() {
        return service.name();
    }

    @Override
    public Set<String> needs() {
        return service.needs();
    }

    @Override
    public boolean neededToTrade() {
        return service.neededToTrade();
    }

    @Override
    public String address() {
        return properties.url(service);
    }

    /** Starts the context; its own shutdown hook is off, because the suite stops its parts in order. */
    @Override
    public synchronized void start() throws Exception {
        Callable<ConfigurableApplicationContext> starting =
                () -> SuiteApplication.builder(service.application(), service.name())
                        .registerShutdownHook(false)
                        .run("--spring.application.json=" + properties.json(service));
        context = PartLogs.callAs(name(), starting);
    }

    @Override
    public synchronized void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
