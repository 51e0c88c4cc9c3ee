package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Cursor;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.Hub;
import dev.flightboard.fanout.View;
import io.netty.channel.EventLoop;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.concurrent.ThreadLocalRandom;

/**
 * {@code GET /events}: the board as server-sent events, from the cursor in {@code Last-Event-ID} or {@code ?after=} on,
 * or from nothing, through the filters {@code flight}, {@code origin}, {@code terminal} and {@code airline}.
 */
@Path("/events")
@NonBlocking
class EventsResource {

    private final Hub hub;
    private final Admission admission;
    private final AccessLog log;
    private final StreamMetrics metrics;
    private final FlightboardConfig.Stream settings;

    EventsResource(Hub hub, Admission admission, AccessLog log, StreamMetrics metrics, FlightboardConfig config) {
        this.hub = hub;
        this.admission = admission;
        this.log = log;
        this.metrics = metrics;
        this.settings = config.stream();
    }

    /** The response is never resumed: from here on the stream belongs to the {@link StreamWriter}. */
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Suspended AsyncResponse unused,
            @Context HttpServerRequest request,
            @Context UriInfo uri,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @QueryParam("after") String after) {
        View view = Filters.of(uri.getQueryParameters());
        // A browser that reconnects repeats its URL: the header is the newer of the two.
        String seen = lastEventId != null && !lastEventId.isEmpty() ? lastEventId : after;
        Cursor cursor = seen == null ? null : Cursor.parse(seen).orElse(null);
        Admission.Place place = admission.enter(request.remoteAddress(), view);
        AccessLog.Line line = log.begin(request);

        HttpServerResponse response = head(request.response()).setChunked(true);
        response.write(Buffer.buffer(EventFormat.retry(jittered(settings.retry().toMillis()))));
        Transport transport =
                Transport.of(request, (int) settings.writeTimeout().toMillis());
        EventLoop loop = ((ContextInternal) Vertx.currentContext()).nettyEventLoop();
        StreamWriter outlet = new StreamWriter(transport, loop, settings, metrics, (reason, bytes) -> {
            place.leave();
            metrics.ended(reason);
            line.write(reason, bytes);
        });
        // Once the server is through with the request, for the transport may take the connection from it.
        loop.execute(() -> hub.frames(loop, view, cursor).subscribe().withSubscriber(outlet));
    }

    @HEAD
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response headers(@Context UriInfo uri) {
        Filters.of(uri.getQueryParameters());
        return Response.ok()
                .type(MediaType.SERVER_SENT_EVENTS)
                .header("Cache-Control", "no-cache, no-transform")
                .header("X-Accel-Buffering", "no")
                .build();
    }

    private static HttpServerResponse head(HttpServerResponse response) {
        return response.putHeader("Content-Type", MediaType.SERVER_SENT_EVENTS)
                // Proxies may neither store nor compress nor buffer what must arrive now.
                .putHeader("Cache-Control", "no-cache, no-transform")
                .putHeader("X-Accel-Buffering", "no");
    }

    /** Half to one and a half times as long, so that a fleet that was cut at once does not return at once. */
    private static long jittered(long millis) {
        return millis / 2 + ThreadLocalRandom.current().nextLong(millis + 1);
    }
}
