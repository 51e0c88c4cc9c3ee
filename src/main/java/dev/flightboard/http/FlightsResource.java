package dev.flightboard.http;

import dev.flightboard.board.Head;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.Hub;
import dev.flightboard.fanout.View;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/**
 * {@code GET /flights}: the board as a JSON array, ordered by id, through the same filters as the stream, with the cursor
 * to continue from in {@code Last-Event-ID}. {@code GET /flights/{id}}: one flight.
 */
@Path("/flights")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class FlightsResource {

    private final Hub hub;
    private final BoardBodies bodies;

    FlightsResource(Hub hub, BoardBodies bodies) {
        this.hub = hub;
        this.bodies = bodies;
    }

    @GET
    public Response flights(
            @Context UriInfo uri,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @HeaderParam("Accept-Encoding") String acceptEncoding) {
        View view = Filters.of(uri.getQueryParameters());
        Head head = hub.head();
        if (!head.complete()) return notYet();
        Optional<BoardBody> body = bodies.of(view, head);
        if (body.isEmpty()) return unavailable("too many slow readers of earlier boards");
        BoardBody.Form form = Preconditions.isAccepted(acceptEncoding, "gzip") ? body.get().gzip : body.get().plain;
        boolean held = Preconditions.isHeld(ifNoneMatch, form.tag().getValue());
        return (held ? Response.notModified() : Response.ok(form).header("Content-Encoding", form.encoding()))
                .tag(form.tag())
                .header("Vary", "Accept-Encoding")
                .header("Last-Event-ID", body.get().cursor(view, head))
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("/{id}")
    public Response flight(@PathParam("id") String id) {
        Head head = hub.head();
        if (!head.complete()) return notYet();
        return head.find(id)
                .map(state -> Response.ok(EventFormat.state(state)))
                .orElseGet(
                        () -> Response.status(404).type(MediaType.TEXT_PLAIN).entity("no such flight on the board\n"))
                .header("Vary", "Accept-Encoding")
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Response notYet() {
        return unavailable("the board is not complete yet: the topic is being read");
    }

    private static Response unavailable(String why) {
        return Response.status(503)
                .header("Retry-After", 1)
                .type(MediaType.TEXT_PLAIN)
                .entity(why + "\n")
                .build();
    }
}
