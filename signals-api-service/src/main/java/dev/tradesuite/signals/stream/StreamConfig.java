package dev.tradesuite.signals.stream;

import dev.tradesuite.instruments.InstrumentCatalog;
import dev.tradesuite.signals.latest.LatestMemory;
import dev.tradesuite.signals.latest.LatestStore;
import dev.tradesuite.signals.position.PositionStore;
import dev.tradesuite.signals.series.SelectionService;
import dev.tradesuite.signals.series.SeriesStore;
import dev.tradesuite.signals.stream.client.StrategyRegistryApi;
import dev.tradesuite.signals.stream.messaging.FeedReader;
import dev.tradesuite.signals.stream.messaging.FeedReading;
import dev.tradesuite.signals.stream.messaging.FeedTextMapper;
import dev.tradesuite.signals.stream.messaging.FeedTopic;
import dev.tradesuite.signals.stream.web.FrameMapper;
import dev.tradesuite.signals.stream.web.StreamHandshake;
import dev.tradesuite.signals.stream.web.StreamLife;
import dev.tradesuite.signals.stream.web.StreamMeter;
import dev.tradesuite.signals.stream.web.StreamSocket;
import dev.tradesuite.signals.stream.web.StreamTextMapper;
import dev.tradesuite.support.access.Access;
import dev.tradesuite.support.access.OwnerSource;
import dev.tradesuite.support.event.EventSignatures;
import dev.tradesuite.support.problem.ProblemWriter;
import dev.tradesuite.support.security.OpenEndpoint;
import dev.tradesuite.support.security.OpenPaths;
import dev.tradesuite.support.security.OpenReads;
import dev.tradesuite.support.store.HourlyTask;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.service.registry.ImportHttpServices;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;
import tools.jackson.databind.json.JsonMapper;

/** Puts the feed together. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "portfolio", types = StrategyRegistryApi.class)
class StreamConfig {

    private static final String PATH = "/ws/trading-signals";

    @Bean
    StreamHub streamHub(StreamSettings settings, MeterRegistry registry) {
        return new StreamHub(settings, new StreamMeter(registry));
    }

    @Bean
    LiveBooks liveBooks(SelectionService selections, PositionStore positions, InstrumentCatalog catalog) {
        return new LiveBooks(selections, positions, catalog);
    }

    @Bean
    LastCloses lastCloses() {
        return new LastCloses();
    }

    @Bean
    BarFollower barFollower(LatestMemory latest, LiveBooks books) {
        BarFollower follower = new BarFollower(latest, books);
        latest.refreshedBy(follower::readAll);
        return follower;
    }

    @Bean
    FeedTextMapper feedTextMapper(JsonMapper json) {
        return new FeedTextMapper(json);
    }

    @Bean
    MomentService momentService(StreamHub hub, LiveBooks books, LastCloses closes, FeedTextMapper texts) {
        return new MomentService(hub, books, closes, texts);
    }

    @Bean
    FeedReading feedReading(
            ConsumerFactory<?, ?> kafka,
            KafkaAdmin admin,
            JsonMapper json,
            EventSignatures signatures,
            FeedTextMapper texts) {
        FeedTopic topic = new FeedTopic(kafka.getConfigurationProperties(), admin::initialize);
        return new FeedReading(topic, json, signatures, texts);
    }

    @Bean
    StoredState storedState(
            FeedReading reading, SeriesStore series, LatestStore latest, PositionStore positions, LastCloses closes) {
        return reading.stored(series, latest, positions, closes);
    }

    @Bean
    FeedReader feedReader(
            FeedReading reading,
            StreamHub hub,
            BarFollower follower,
            StoredState stored,
            LastCloses closes,
            StreamSettings settings) {
        return reading.reader(hub, follower, stored, closes, settings.memory());
    }

    @Bean
    StreamLife streamLife(StreamHub hub, FeedReader reader, BarFollower follower, Clock clock) {
        return new StreamLife(hub, clock, List.of(reader, follower));
    }

    @Bean
    MeterBinder feedMeters(StreamHub hub, FeedReader reader) {
        return registry -> {
            Gauge.builder("suite.feed.clients", hub, StreamHub::clients)
                    .description("Clients of the feed that are connected")
                    .register(registry);
            Gauge.builder("suite.feed.lag", reader, FeedReader::lag)
                    .description("Messages of the feed that are on the topic and not yet read")
                    .register(registry);
        };
    }

    @Bean
    AudienceService audienceService(OwnerSource owners, StrategyBooks strategies) {
        return new AudienceService(owners, strategies);
    }

    @Bean
    TicketService ticketService(TicketStore store, StreamSettings settings, Clock clock) {
        return new TicketService(store, settings.ticketLife(), clock, new SecureRandom());
    }

    @Bean
    HourlyTask ticketRetention(TicketService tickets) {
        return new HourlyTask("ticket-retention", tickets::forgetExpired);
    }

    @Bean
    OpenPaths openModels(OpenReads reads) {
        return new OpenPaths(reads, List.of("/api/models", "/api/models/**"), Set.of("SCOPE_trade:read"));
    }

    /** A ticket stands for a token here; the handshake asks for one of both. */
    @Bean
    OpenEndpoint tradingSignals() {
        return new OpenEndpoint(HttpMethod.GET, PATH);
    }

    @Bean
    WebSocketHttpRequestHandler streamHandler(StreamSocket socket, StreamHandshake handshake, CorsConfiguration cors) {
        WebSocketHttpRequestHandler handler = new WebSocketHttpRequestHandler(socket);
        List<String> origins = cors.getAllowedOrigins();
        handler.setHandshakeInterceptors(
                List.of(new OriginHandshakeInterceptor(origins == null ? List.of() : origins), handshake));
        return handler;
    }

    @Bean
    StreamSocket streamSocket(
            StreamHub hub,
            FeedReading reading,
            SelectionService selections,
            InstrumentCatalog catalog,
            JsonMapper json,
            StreamSettings settings,
            Clock clock) {
        return new StreamSocket(
                hub,
                new StreamTextMapper(json, clock, settings.heartbeat()),
                reading.history(),
                new FrameMapper(json, selections, catalog),
                settings);
    }

    @Bean
    StreamHandshake streamHandshake(TicketService tickets, OpenReads open, Access access, ProblemWriter problems) {
        return new StreamHandshake(tickets, open, access, problems);
    }

    @Bean
    HandlerMapping streamMapping(WebSocketHttpRequestHandler handler) {
        return new SimpleUrlHandlerMapping(Map.of(PATH, handler), 1);
    }

    /** Tomcat within an application looks for nothing that is not named to it. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> webSocketContainer() {
        return tomcat ->
                tomcat.addContextCustomizers(context -> context.addServletContainerInitializer(new WsSci(), Set.of()));
    }
}
