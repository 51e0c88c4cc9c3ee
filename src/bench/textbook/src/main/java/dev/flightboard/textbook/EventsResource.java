package dev.flightboard.textbook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import io.smallrye.reactive.messaging.kafka.Record;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Every record to every client, as JSON of its own. Without a board: a client sees what changes while it is there. */
@Path("/events")
@Singleton
public class EventsResource {

    private final BroadcastProcessor<FlightState> states = BroadcastProcessor.create();

    @Inject
    ObjectMapper json;

    @Incoming("flight-states")
    public void read(Record<String, String> record) throws JsonProcessingException {
        states.onNext(json.readValue(record.value(), FlightState.class).withId(record.key()));
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<FlightState> events(@QueryParam("airline") String airline) {
        return airline == null ? states : states.select().where(each -> airline.equals(each.airline()));
    }
}
