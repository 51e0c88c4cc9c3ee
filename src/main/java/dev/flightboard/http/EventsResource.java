package dev.flightboard.http;

import dev.flightboard.FlightboardConfig;
import dev.flightboard.board.Cursor;
import dev.flightboard.fanout.Frame;
import dev.flightboard.fanout.Hub;
import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jboss.resteasy.reactive.common.util.RestMediaType;

/**
 * {@code GET /events}: the board as server-sent events, through the filters of the query. It continues from the cursor in
 * {@code Last-Event-ID} or in the query; without one it begins with the whole board. As {@code application/x-ndjson}, always
 * with the whole board: the state of one flight a line, and of one that has gone the state {@code removed}.
 */
@Path("/events")
@NonBlocking
class EventsResource {

    /** For those who ask for it by name: whoever takes anything gets events. */
    private static final String STATES = RestMediaType.APPLICATION_NDJSON + ";qs=0.5";

    /** The cursor's names in the query, for clients that cannot set a header: our own, and those of common polyfills. */
    private static final List<String> CURSOR = List.of("after", "lastEventId", "last-event-id");

    private final Hub hub;
    private final Streams streams;
    private final boolean compression;

    EventsResource(Hub hub, Streams streams, FlightboardConfig config) {
        this.compression = config.stream().compression();
        this.hub = hub;
        this.streams = streams;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(
            @Suspended AsyncResponse unused,
            @Context HttpServerRequest browser,
            @Context UriInfo uri,
            @Context HttpHeaders headers,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @HeaderParam("Accept-Encoding") String acceptEncoding) {
        checkEvents(headers);
        View view = Filters.of(uri.getQueryParameters());
        Cursor cursor = cursor(lastEventId, uri.getQueryParameters());

        boolean compressed = compresses(acceptEncoding);

        Multi<Frame> frames = hub.frames(Streams.loop(), view, cursor, compressed);

        streams.write(frames, view, compressed, browser);
    }

    @GET
    @Produces(STATES)
    public Multi<FlightState> states(@Context HttpServerRequest reader, @Context UriInfo uri) {
        View view = Filters.of(uri.getQueryParameters());
        return streams.states(hub.frames(Streams.loop(), view, null, false), view, reader);
    }

    @HEAD
    @Produces(STATES)
    public Response headersOfStates(@Context UriInfo uri) {
        Filters.of(uri.getQueryParameters());
        Response.ResponseBuilder response = Response.ok();
        Streams.STATES_HEADERS.forEach(response::header);
        return response.build();
    }

    @HEAD
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Response headers(
            @Context UriInfo uri, @Context HttpHeaders headers, @HeaderParam("Accept-Encoding") String acceptEncoding) {
        checkEvents(headers);
        Filters.of(uri.getQueryParameters());
        Response.ResponseBuilder response = Response.ok();
        Streams.headers(compresses(acceptEncoding)).forEach(response::header);
        return response.build();
    }

    /** Quarkus also chooses events for clients that take neither: they get 406. */
    private static void checkEvents(HttpHeaders headers) {
        boolean taken =
                headers.getAcceptableMediaTypes().stream().anyMatch(MediaType.SERVER_SENT_EVENTS_TYPE::isCompatible);
        if (!taken) throw new NotAcceptableException();
    }

    private boolean compresses(String acceptEncoding) {
        return compression && Preconditions.isAccepted(acceptEncoding, "gzip");
    }

    /** The cursor that the browser brings; null where it brings none that can be read. */
    private static Cursor cursor(String lastEventId, MultivaluedMap<String, String> query) {
        // A browser that reconnects repeats its URL, so the cursor in the header is the newer one.
        if (lastEventId != null && !lastEventId.isEmpty())
            return Cursor.parse(lastEventId).orElse(null);
        return CURSOR.stream()
                .map(query::getFirst)
                .filter(text -> text != null && !text.isEmpty())
                .findFirst()
                .flatMap(Cursor::parse)
                .orElse(null);
    }
}
