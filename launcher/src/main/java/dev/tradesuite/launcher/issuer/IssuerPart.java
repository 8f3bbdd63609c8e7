package dev.tradesuite.launcher.issuer;

import dev.tradesuite.launcher.log.PartLogs;
import dev.tradesuite.launcher.run.Part;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The token issuer, an application context in this JVM. */
public final class IssuerPart implements Part {

    public static final String NAME = "issuer";

    private final IssuerSettings settings;
    private final String bindAddress;
    private final int port;
    private @Nullable ConfigurableApplicationContext context;

    public IssuerPart(IssuerSettings settings, String bindAddress, int port) {
        this.settings = settings;
        this.bindAddress = bindAddress;
        this.port = port;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public String address() {
        return settings.url();
    }

    @Override
    public synchronized void start() throws Exception {
        Callable<ConfigurableApplicationContext> starting = () -> new SpringApplicationBuilder(IssuerApplication.class)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(application -> application.getBeanFactory().registerSingleton("issuerSettings", settings))
                .run(arguments());
        context = PartLogs.callAs(NAME, starting);
    }

    private String[] arguments() {
        return new String[] {
            "--spring.config.name=" + NAME,
            "--server.address=" + bindAddress,
            "--server.port=" + port,
            // Between two packets of a request, and between two requests.
            "--server.tomcat.connection-timeout=5s",
            "--server.tomcat.keep-alive-timeout=20s",
            // Nobody sends it more than a form.
            "--server.tomcat.max-swallow-size=64KB",
            // The issuer consists of filters; Tomcat runs those only before a servlet.
            "--server.servlet.register-default-servlet=true",
            // The browser keeps cookies by host, not by port; the services must not overwrite this one.
            "--server.servlet.session.cookie.name=SUITE_ISSUER",
            // The dashboard is kept open all day, and asks for a new token once in the life of one.
            "--server.servlet.session.timeout=12h",
            "--spring.threads.virtual.enabled=true"
        };
    }

    @Override
    public synchronized void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }
}
