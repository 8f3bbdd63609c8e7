package dev.tradesuite.signals.stream.web;

import dev.tradesuite.contracts.signals.FeedErrorCode;
import dev.tradesuite.signals.stream.FeedHistory;
import dev.tradesuite.signals.stream.StreamEnd;
import dev.tradesuite.signals.stream.StreamHub;
import dev.tradesuite.signals.stream.StreamSession;
import dev.tradesuite.signals.stream.StreamSettings;
import dev.tradesuite.signals.stream.StreamTexts;
import dev.tradesuite.signals.stream.StreamVisit;
import java.util.Optional;
import org.springframework.web.socket.BinaryMessage;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.AbstractWebSocketHandler;

/** Hears what clients say; each client's own thread answers. */
public final class StreamSocket extends AbstractWebSocketHandler {

    private static final String CLIENT = StreamSocket.class.getName() + ".CLIENT";
    private static final String BEGUN = StreamSocket.class.getName() + ".BEGUN";

    private final StreamHub hub;
    private final StreamTexts texts;
    private final FeedHistory history;
    private final FrameMapper frames;
    private final StreamSettings settings;

    public StreamSocket(
            StreamHub hub, StreamTexts texts, FeedHistory history, FrameMapper frames, StreamSettings settings) {
        this.hub = hub;
        this.texts = texts;
        this.history = history;
        this.frames = frames;
        this.settings = settings;
    }

    @Override
    public void afterConnectionEstablished(WebSocketSession session) {
        StreamVisit visit = StreamHandshake.visit(session.getAttributes());
        SocketTimes.limit(session, settings.stall());
        StreamSession client = new StreamSession(hub, new SocketConnection(session), texts, history, settings, visit);
        session.getAttributes().put(CLIENT, client);
        Thread.ofVirtual().name("feed-client-" + session.getId()).start(client);
    }

    /** A frame comes in parts, so that one that is too large need not be held. */
    @Override
    public boolean supportsPartialMessages() {
        return true;
    }

    @Override
    protected void handleTextMessage(WebSocketSession session, TextMessage part) {
        StringBuilder begun = begun(session);
        begun.append(part.getPayload());
        boolean isTooLarge = begun.length() > StreamSession.LARGEST_FRAME;
        if (part.isLast() || isTooLarge) {
            String frame = begun.toString();
            begun.setLength(0);
            client(session).ifPresent(client -> hear(client, frame));
        }
    }

    @Override
    protected void handleBinaryMessage(WebSocketSession session, BinaryMessage message) {
        client(session)
                .filter(client -> client.mayRead(message.getPayloadLength()))
                .ifPresent(client -> client.mistake(FeedErrorCode.NOT_TEXT, FeedErrorCode.NOT_TEXT.sentence()));
    }

    @Override
    public void handleTransportError(WebSocketSession session, Throwable failure) {
        client(session).ifPresent(client -> client.end(StreamEnd.GONE));
    }

    @Override
    public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
        client(session).ifPresent(client -> client.end(StreamEnd.GONE));
    }

    private void hear(StreamSession client, String frame) {
        if (!client.mayRead(frame)) {
            return;
        }
        try {
            client.obey(frames.command(frame));
        } catch (FrameMapper.MistakeException e) {
            client.mistake(e.code(), String.valueOf(e.getMessage()));
        }
    }

    /** The parts of a frame so far. */
    @SuppressWarnings("UnnecessaryStringBuilder") // it grows
    private static StringBuilder begun(WebSocketSession session) {
        return (StringBuilder) session.getAttributes().computeIfAbsent(BEGUN, _ -> new StringBuilder());
    }

    private static Optional<StreamSession> client(WebSocketSession session) {
        return Optional.ofNullable((StreamSession) session.getAttributes().get(CLIENT));
    }
}
