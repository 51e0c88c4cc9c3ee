package dev.flightboard.http;

import dev.flightboard.fanout.View;
import dev.flightboard.flight.FlightState;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/** Adds to META-INF/openapi.yml what the code alone knows: the fields of a flight, and those that can be filtered by. */
public class ApiFields implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Schema flight = api.getComponents().getSchemas().get("FlightState");
        for (RecordComponent field : FlightState.class.getRecordComponents()) {
            flight.addProperty(field.getName(), schema(field.getType()));
        }
        for (String path : List.of("/flights", "/events")) {
            Operation get = api.getPaths().getPathItem(path).getGET();
            for (String field : new TreeSet<>(View.fields())) get.addParameter(filter(field));
        }
    }

    private static Schema schema(Class<?> type) {
        if (type == List.class)
            return OASFactory.createSchema().addType(SchemaType.ARRAY).items(schema(String.class));
        Schema text = OASFactory.createSchema().addType(SchemaType.STRING);
        return type == Instant.class ? text.format("date-time") : text;
    }

    private static Parameter filter(String field) {
        return OASFactory.createParameter()
                .name(field)
                .in(Parameter.In.QUERY)
                .description("Only flights with one of these; repeatable.")
                .style(Parameter.Style.FORM)
                .explode(true)
                .schema(schema(List.class));
    }
}
