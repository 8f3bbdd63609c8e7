package dev.tradesuite.benchmarks.feed;

import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.servlets.DefaultServlet;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;
import org.springframework.util.FileSystemUtils;

/**
 * The baseline: a Tomcat in this JVM that sends one text to every WebSocket, one after another in one thread, and does
 * nothing else.
 */
final class BareBroadcast implements AutoCloseable {

    private static final String PATH = "/bare";

    /** Held, because a logger nobody holds forgets its level. */
    private static final Logger LOG = Logger.getLogger("org.apache");

    private final Set<Session> sessions = ConcurrentHashMap.newKeySet();
    private final Tomcat tomcat = new Tomcat();
    private final Path folder;

    private BareBroadcast(Path folder) {
        this.folder = folder;
    }

    static BareBroadcast start() throws IOException, LifecycleException {
        LOG.setLevel(Level.SEVERE);
        BareBroadcast server = new BareBroadcast(Files.createTempDirectory("bare-broadcast"));
        try {
            server.listen();
            return server;
        } catch (LifecycleException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void listen() throws LifecycleException {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "default", new DefaultServlet());
        context.addServletMappingDecoded("/", "default");
        context.addServletContainerInitializer(new WsSci(), Set.of());
        context.addServletContainerInitializer(
                (_, servlets) -> add((ServerContainer) servlets.getAttribute(ServerContainer.class.getName())),
                Set.of());
        tomcat.start();
    }

    private void add(ServerContainer container) {
        try {
            container.addEndpoint(ServerEndpointConfig.Builder.create(Door.class, PATH)
                    .configurator(new Doors(new Door(sessions)))
                    .build());
        } catch (DeploymentException e) {
            throw new IllegalStateException(e);
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + tomcat.getConnector().getLocalPort() + PATH);
    }

    /** Clients that are connected. */
    int clients() {
        return sessions.size();
    }

    /** Sends a text to every client. */
    void send(String text) {
        try {
            for (Session session : sessions) {
                session.getBasicRemote().sendText(text);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the bare server cannot send", e);
        }
    }

    @Override
    public void close() throws IOException, LifecycleException {
        try {
            tomcat.stop();
            tomcat.destroy();
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    /** Lets clients in. */
    private static final class Door extends Endpoint {

        private final Set<Session> sessions;

        Door(Set<Session> sessions) {
            this.sessions = sessions;
        }

        @Override
        public void onOpen(Session session, EndpointConfig config) {
            sessions.add(session);
        }

        @Override
        public void onClose(Session session, CloseReason reason) {
            sessions.remove(session);
        }
    }

    /** There is one door. */
    private static final class Doors extends ServerEndpointConfig.Configurator {

        private final Door door;

        Doors(Door door) {
            this.door = door;
        }

        @Override
        public <T> T getEndpointInstance(Class<T> type) {
            return type.cast(door);
        }
    }
}
