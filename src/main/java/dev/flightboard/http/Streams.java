package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import io.netty.channel.EventLoop;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

/** Begins streams: lets a browser in, and has frames written to it. Called on the event loop of the browser's connection. */
// So that its meters are there before its first stream.
@Startup
@Singleton
class Streams {

    /** Proxies must not store, compress or buffer events. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type",
            MediaType.SERVER_SENT_EVENTS,
            "Cache-Control",
            "no-cache, no-transform",
            "X-Accel-Buffering",
            "no",
            "Vary",
            "Accept-Encoding");

    /** Of readers of states, the same. */
    static final Map<String, String> STATES_HEADERS = Map.of(
            "Content-Type",
            RestMediaType.APPLICATION_NDJSON,
            "Cache-Control",
            "no-cache, no-transform",
            "X-Accel-Buffering",
            "no",
            "Vary",
            "Accept");

    static Map<String, String> headers(boolean compressed) {
        if (!compressed) return HEADERS;
        Map<String, String> headers = new HashMap<>(HEADERS);
        headers.put("Content-Encoding", "gzip");
        return headers;
    }

    private final Admission admission;
    private final AccessLog log;
    private final UnsentMemory memory;
    private final StreamMetrics metrics;
    private final FlightboardConfig.Stream settings;

    Streams(Admission admission, AccessLog log, UnsentMemory memory, StreamMetrics metrics, FlightboardConfig config) {
        this.admission = admission;
        this.log = log;
        this.memory = memory;
        this.metrics = metrics;
        this.settings = config.stream();
    }

    /** The event loop of the request that is being answered. */
    static EventLoop loop() {
        return ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
    }

    /** Writes frames to the browser until one of the two ends the stream. The resource must not answer the request itself. */
    void write(Multi<Frame> frames, View view, boolean compressed, HttpServerRequest browser) {
        Admission.Slot slot = admission.enter(browser.remoteAddress(), view);
        try {
            AccessLog.Entry entry = log.begin(browser);
            StreamCoding coding = compressed ? new GzipCoding() : PlainCoding.INSTANCE;
            begin(browser, compressed, coding);
            EventLoop loop = loop();
            Transport transport = Transport.of(browser, coding);
            StreamWriter writer =
                    new StreamWriter(transport, coding, loop, settings, memory, metrics, (reason, bytes) -> {
                        slot.close();
                        metrics.ended(reason);
                        entry.write(reason, bytes);
                    });
            // Only when the server is done with the request: the transport may take the connection from it.
            loop.execute(() -> begin(frames, writer));
        } catch (RuntimeException | Error failed) {
            slot.close();
            throw failed;
        }
    }

    /** The same for one who reads states: to be subscribed to by whoever writes the response, on this event loop. */
    Multi<FlightState> states(Multi<Frame> frames, View view, HttpServerRequest reader) {
        EventLoop loop = loop();
        return Multi.createFrom().deferred(() -> {
            Admission.Slot slot = admission.enter(reader.remoteAddress(), view);
            try {
                AccessLog.Entry entry = log.begin(reader);
                HttpServerResponse response = reader.response().setChunked(true);
                putHead(response, STATES_HEADERS);
                // The head goes now: until there is a first state it may be long.
                response.write(Buffer.buffer());
                return StateStream.of(
                        frames,
                        loop,
                        settings,
                        new StateReader(reader, slot, entry, metrics, loop, settings.heartbeat()));
            } catch (RuntimeException | Error failed) {
                slot.close();
                throw failed;
            }
        });
    }

    private static void begin(Multi<Frame> frames, StreamWriter writer) {
        try {
            frames.subscribe().withSubscriber(writer);
        } catch (RuntimeException | Error failed) {
            writer.onFailure(failed);
        }
    }

    private void begin(HttpServerRequest browser, boolean compressed, StreamCoding coding) {
        HttpServerResponse response = browser.response().setChunked(true);
        putHead(response, headers(compressed));
        // HTTP/2 forbids the header: its connections outlive their streams.
        if (browser.version() != HttpVersion.HTTP_2) response.putHeader("Connection", "close");
        byte[] retry = EventFormat.retry(jittered(settings.retry().toMillis()));
        response.write(Buffer.buffer(coding.begin(retry).bytes()));
    }

    /** Where origins are named there is a {@code Vary} already, and both count. */
    private static void putHead(HttpServerResponse response, Map<String, String> headers) {
        headers.forEach((name, value) -> {
            if (name.equals("Vary")) response.headers().add(name, value);
            else response.putHeader(name, value);
        });
    }

    /** Between half of it and one and a half times it, so that clients that were cut together do not return together. */
    private static long jittered(long millis) {
        return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
    }
}
