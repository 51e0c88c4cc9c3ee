package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Excerpt;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Rejection;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Reads an API's answers: where its list is, and each entry of it as a record of the topic is read. */
final class PageReader {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    // RFC 8288.
    private static final Pattern NEXT_LINK = Pattern.compile("<([^>]*)>[^,<]*;\\s*rel=\"?next\"?");

    // Enough to see what is the matter.
    private static final int MAX_FAULTS = 3;

    private final Api api;
    private final RecordReader reader;

    PageReader(Api api, RecordReader reader) {
        this.api = api;
        this.reader = reader;
    }

    /** @param links the headers that may name the next page */
    Page read(byte[] body, URI at, List<String> links) throws PollFailed {
        JsonNode answer = parse(body);
        JsonNode list = list(answer);
        Map<String, FlightState> flights = new LinkedHashMap<>();
        Set<String> unreadable = new HashSet<>();
        List<String> faults = new ArrayList<>();
        boolean nameless = false;
        for (JsonNode entry : list) {
            String id = null;
            try {
                id = reader.id(id(entry).getBytes(UTF_8));
                String value = entry.toString();
                flights.put(
                        id,
                        reader.read(id, value.getBytes(UTF_8), new RecordHeaders())
                                .state());
            } catch (Rejection rejection) {
                if (id == null) nameless = true;
                else unreadable.add(id);
                if (faults.size() < MAX_FAULTS)
                    faults.add(Excerpt.of(entry.toString()) + ": " + rejection.getMessage());
            }
        }
        unreadable.removeAll(flights.keySet());
        return new Page(flights, unreadable, faults, nameless, list.size(), next(answer, at, links));
    }

    private static JsonNode parse(byte[] body) throws PollFailed {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.isMissingNode()) throw new PollFailed("an empty answer");
            return answer;
        } catch (JsonProcessingException cut) {
            long at = cut.getLocation() == null ? 0 : cut.getLocation().getByteOffset();
            throw new PollFailed("no JSON from byte " + Math.max(0, at) + " of " + body.length + " on");
        } catch (IOException unreadable) {
            throw new PollFailed("no JSON");
        }
    }

    private JsonNode list(JsonNode answer) throws PollFailed {
        JsonNode list = at(answer, api.list());
        if (list.isObject() && api.list().isEmpty()) list = onlyList(list);
        if (list.isArray()) return list;
        throw new PollFailed(
                api.list().isEmpty()
                        ? "no JSON list; name the way to it: --list data.flights"
                        : "no list at " + String.join(".", api.list()));
    }

    private static JsonNode onlyList(JsonNode answer) {
        JsonNode list = null;
        for (JsonNode each : answer) {
            if (!each.isArray()) continue;
            if (list != null) return answer;
            list = each;
        }
        return list == null ? answer : list;
    }

    /** Empty where a part of it is missing. */
    private String id(JsonNode entry) {
        List<String> parts = new ArrayList<>();
        for (List<String> path : api.key()) {
            JsonNode part = at(entry, path);
            if (!part.isValueNode() || part.isNull() || part.asText().isBlank()) return "";
            parts.add(part.asText().strip());
        }
        return String.join("-", parts);
    }

    private URI next(JsonNode answer, URI at, List<String> links) throws PollFailed {
        JsonNode named = api.next().isEmpty() ? answer.path("") : at(answer, api.next());
        String next = named.isTextual() && !named.asText().isBlank() ? named.asText() : linked(links);
        if (next == null) return null;
        try {
            URI uri = at.resolve(next.strip());
            // Elsewhere, nobody is to be shown what the headers hold.
            boolean same =
                    at.getScheme().equals(uri.getScheme()) && at.getAuthority().equals(uri.getAuthority());
            if (!same)
                throw new PollFailed(
                        "the next page is at another host: " + Excerpt.of(String.valueOf(uri.getAuthority())));
            return uri;
        } catch (IllegalArgumentException noAddress) {
            throw new PollFailed("the next page has no address: " + Excerpt.of(next));
        }
    }

    private static String linked(List<String> links) {
        for (String each : links) {
            Matcher next = NEXT_LINK.matcher(each);
            if (next.find()) return next.group(1);
        }
        return null;
    }

    private static JsonNode at(JsonNode node, List<String> path) {
        JsonNode found = node;
        for (String name : path) found = found.path(name);
        return found;
    }
}
