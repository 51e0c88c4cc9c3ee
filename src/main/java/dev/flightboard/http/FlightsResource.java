package dev.flightboard.http;

import dev.flightboard.board.Head;
import dev.flightboard.fanout.EventFormat;
import dev.flightboard.fanout.Hub;
import dev.flightboard.fanout.View;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/**
 * {@code GET /flights}: the board as a JSON array, ordered by id, through the same filters as the stream, with the cursor
 * to continue from in {@code Last-Event-ID}. {@code GET /flights/{id}}: one flight.
 */
@Path("/flights")
@Produces(MediaType.APPLICATION_JSON)
@Singleton
class FlightsResource {

    private final Hub hub;
    private BoardBody wholeBoard;

    FlightsResource(Hub hub) {
        this.hub = hub;
    }

    @GET
    public Response flights(@Context UriInfo uri, @Context Request request) {
        View view = Filters.of(uri.getQueryParameters());
        Head head = hub.head();
        if (!head.complete()) return notYet();
        BoardBody body = body(view, head);
        EntityTag tag = new EntityTag(body.tag());
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body.bytes()).tag(tag))
                .header("Last-Event-ID", head.cursor(view.fingerprint()))
                .header("Cache-Control", "no-cache")
                .build();
    }

    /** The whole board is encoded once a revision; what a filter leaves of it is small. */
    private synchronized BoardBody body(View view, Head head) {
        if (!view.isWholeBoard()) return BoardBody.of(view, head);
        if (wholeBoard == null || wholeBoard.revision() != head.revision()) wholeBoard = BoardBody.of(view, head);
        return wholeBoard;
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
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Response notYet() {
        return Response.status(503)
                .header("Retry-After", 1)
                .type(MediaType.TEXT_PLAIN)
                .entity("the board is not complete yet: the topic is being read\n")
                .build();
    }
}
