package dev.flightboard.stream;

import dev.flightboard.board.Board;
import dev.flightboard.board.Change;
import dev.flightboard.board.Changes;
import dev.flightboard.board.Head;
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
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Iterator;

/**
 * {@code GET /flights}: the board as a JSON array, ordered by id, through the same filters as the stream, with the cursor
 * to continue from in {@code Last-Event-ID}. {@code GET /flights/{id}}: one flight.
 */
@Path("/flights")
@Produces(MediaType.APPLICATION_JSON)
class FlightsResource {

    private final Hub hub;

    FlightsResource(Hub hub) {
        this.hub = hub;
    }

    @GET
    public Response flights(@Context UriInfo uri, @Context Request request) {
        View view = View.of(uri.getQueryParameters());
        Head head = hub.flushed();
        if (!head.complete()) return notYet();
        byte[] body = encode(view, Board.all(head));
        // Of the content, so that it is the same from every replica.
        EntityTag tag = new EntityTag(digest(body));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return (unchanged != null ? unchanged : Response.ok(body).tag(tag))
                .header("Last-Event-ID", head.cursor(view.fingerprint()))
                .header("Cache-Control", "no-cache")
                .build();
    }

    @GET
    @Path("/{id}")
    public Response flight(@PathParam("id") String id) {
        if (!hub.flushed().complete()) return notYet();
        return hub.board()
                .find(id)
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

    private static byte[] encode(View view, Changes all) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        Iterator<byte[]> states = all.all().stream()
                .filter(each -> view.shows(each.state()))
                .sorted(Comparator.comparing(Change::id))
                .map(each -> EventFormat.state(each.state()))
                .iterator();
        body.write('[');
        while (states.hasNext()) {
            body.writeBytes(states.next());
            if (states.hasNext()) body.write(',');
        }
        body.writeBytes("]\n".getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }

    private static String digest(byte[] body) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(body);
            // Half of it is more than enough to tell boards apart.
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
