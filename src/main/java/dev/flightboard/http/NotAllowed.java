package dev.flightboard.http;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a method that is not allowed, and says which ones are: the board is written through Kafka alone. */
class NotAllowed {

    @ServerExceptionMapper
    Response answer(NotAllowedException refused) {
        return Response.status(405)
                .allow("GET", "HEAD", "OPTIONS")
                .type(MediaType.TEXT_PLAIN)
                .entity("the board is written through Kafka; here it is read\n")
                .build();
    }
}
