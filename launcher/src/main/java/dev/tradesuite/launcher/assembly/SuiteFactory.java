package dev.tradesuite.launcher.assembly;

import dev.tradesuite.launcher.home.RunStateFile;
import dev.tradesuite.launcher.home.Secret;
import dev.tradesuite.launcher.home.Secrets;
import dev.tradesuite.launcher.home.SuiteHome;
import dev.tradesuite.launcher.host.Endpoints;
import dev.tradesuite.launcher.host.ForkedService;
import dev.tradesuite.launcher.host.InProcessService;
import dev.tradesuite.launcher.host.JavaCommand;
import dev.tradesuite.launcher.host.MessagingSecrets;
import dev.tradesuite.launcher.host.ServiceProperties;
import dev.tradesuite.launcher.issuer.IssuerPart;
import dev.tradesuite.launcher.issuer.IssuerSettings;
import dev.tradesuite.launcher.kafka.KafkaPart;
import dev.tradesuite.launcher.postgres.DatabaseSetup;
import dev.tradesuite.launcher.postgres.PostgresPart;
import dev.tradesuite.launcher.run.Part;
import dev.tradesuite.launcher.run.RunBoard;
import dev.tradesuite.launcher.run.RunListener;
import dev.tradesuite.launcher.run.StartFailure;
import dev.tradesuite.launcher.run.Suite;
import dev.tradesuite.launcher.run.Supervisor;
import dev.tradesuite.launcher.service.Services;
import dev.tradesuite.launcher.service.SuiteService;
import dev.tradesuite.launcher.settings.Ports;
import dev.tradesuite.launcher.settings.SuiteSettings;
import dev.tradesuite.support.boot.KafkaLogin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts a suite together from its settings. */
public final class SuiteFactory {

    private static final Duration FIRST_RESTART = Duration.ofSeconds(1);

    private final SuiteSettings settings;
    private final SuiteHome home;
    private final List<SuiteService> services;

    /**
     * @param settings how to run
     * @param services those to start; the others are told of by their addresses all the same
     */
    public SuiteFactory(SuiteSettings settings, List<SuiteService> services) {
        this.settings = settings;
        this.home = new SuiteHome(settings.state());
        this.services = List.copyOf(services);
    }

    /**
     * A suite that is ready to start.
     *
     * @param forked whether each service gets a process of its own
     * @param startedAt when the run began
     * @param listener hears how the run goes
     */
    public Suite create(boolean forked, Instant startedAt, RunListener listener) {
        Secrets secrets = Secrets.loadOrCreate(home.secrets());
        Ports ports = settings.ports();
        PostgresPart postgres = new PostgresPart(
                home, ports.of(Ports.POSTGRES), secrets, settings.startTimeout(), settings.stopTimeout());
        KafkaPart kafka = new KafkaPart(
                home.kafka(),
                ports.of(Ports.KAFKA),
                ports.of(Ports.KAFKA_CONTROLLER),
                new KafkaLogin(KafkaLogin.USER, secrets.get(Secret.KAFKA_SUITE)),
                what -> listener.repaired(KafkaPart.NAME, what));
        IssuerPart issuer = new IssuerPart(issuerSettings(secrets), settings.bindAddress(), ports.of(Ports.ISSUER));
        Endpoints endpoints = new Endpoints(
                postgres.address(),
                DatabaseSetup.NAME,
                secrets.get(Secret.POSTGRES_SUITE),
                kafka.address(),
                new MessagingSecrets(
                        secrets.get(Secret.KAFKA_SUITE),
                        secrets.get(Secret.EVENT_SIGNING),
                        secrets.find(Secret.PREVIOUS_EVENT_SIGNING).orElse(null)),
                issuer.address(),
                IssuerSettings.SERVICE_CLIENT,
                secrets.get(Secret.SERVICE_CLIENT));

        List<Part> parts = new ArrayList<>(List.of(postgres, kafka, issuer));
        parts.addAll(serviceParts(forked, new ServiceProperties(settings, endpoints, Services.ALL)));
        RunBoard board = new RunBoard(new RunStateFile(home.state()), startedAt, forked, parts);
        return new Suite(
                parts,
                settings.parallelStarts(),
                settings.startTimeout(),
                listener,
                board,
                new Supervisor(listener, board, FIRST_RESTART),
                new StartFailure(home));
    }

    private IssuerSettings issuerSettings(Secrets secrets) {
        int gateway = settings.ports().of(Services.FRONT_DOOR);
        return new IssuerSettings(
                "http://localhost:" + settings.ports().of(Ports.ISSUER),
                IssuerSettings.AUDIENCE,
                home.signingKey(),
                settings.tokenLifetime(),
                secrets.get(Secret.CLI_CLIENT),
                secrets.get(Secret.SERVICE_CLIENT),
                secrets.get(Secret.OPERATOR),
                Stream.of(
                                pages("http://localhost:%d/".formatted(gateway)),
                                pages("http://127.0.0.1:%d/".formatted(gateway)),
                                settings.redirects().stream())
                        .flatMap(pages -> pages)
                        .distinct()
                        .toList());
    }

    /** The pages of the dashboard a sign-in or sign-out comes back to. */
    private static Stream<String> pages(String gateway) {
        return Stream.of("", "app/signed-in", "app/renew", "app/signed-out").map(gateway::concat);
    }

    private List<Part> serviceParts(boolean forked, ServiceProperties properties) {
        JavaCommand java = JavaCommand.ofThisJvm();
        return services.stream()
                .<Part>map(service -> forked
                        ? new ForkedService(service, properties, settings, home, java)
                        : new InProcessService(service, properties))
                .toList();
    }
}
