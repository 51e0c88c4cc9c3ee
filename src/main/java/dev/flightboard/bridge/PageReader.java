package dev.flightboard.bridge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.flightboard.flight.FlightState;
import dev.flightboard.record.Excerpt;
import dev.flightboard.record.RecordReader;
import dev.flightboard.record.Rejection;
import dev.flightboard.record.Utf8;
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

    // RFC 8288. An address has no "<" either: otherwise each of many would be looked at as far as the last one.
    private static final Pattern NEXT_LINK = Pattern.compile("<([^<>]*+)>[^,<]*;\\s*rel=\"?next\"?");

    // Enough to see what is the matter.
    static final int MAX_FAULTS = 3;

    private final Api api;
    private final RecordReader reader;

    PageReader(Api api, RecordReader reader) {
        this.api = api;
        this.reader = reader;
    }

    /** @param links the headers that may name the next page */
    Page read(Utf8 body, URI at, List<String> links) throws PollFailed {
        JsonNode answer = AnswerJson.parse(body.text());
        JsonNode list = list(answer);
        Map<String, FlightState> flights = new LinkedHashMap<>();
        Set<String> unreadable = new HashSet<>();
        List<String> faults = new ArrayList<>();
        boolean nameless = false;
        for (JsonNode entry : list) {
            String value = AnswerJson.text(entry);
            String id = null;
            String fault = null;
            try {
                id = reader.id(bytes(id(entry), body.malformed()));
                FlightState state = reader.read(id, bytes(value, body.malformed()), new RecordHeaders())
                        .state();
                FlightState first = flights.putIfAbsent(id, state);
                if (first != null && !first.equals(state)) fault = Page.twins(id);
            } catch (Rejection rejection) {
                if (id == null) nameless = true;
                else unreadable.add(id);
                fault = rejection.getMessage();
            }
            if (fault != null && faults.size() < MAX_FAULTS) faults.add(Excerpt.of(value) + ": " + fault);
        }
        unreadable.removeAll(flights.keySet());
        return new Page(flights, unreadable, faults, nameless, list.size(), next(answer, at, links));
    }

    /** As UTF-8; what was malformed is so again, so that it costs the field that holds it, and no more. */
    private static byte[] bytes(String text, boolean malformed) {
        byte[] bytes = text.getBytes(UTF_8);
        if (!malformed) return bytes;
        String replacement = new String("\ufffd".getBytes(UTF_8), ISO_8859_1);
        return new String(bytes, ISO_8859_1).replace(replacement, "\u00ff").getBytes(ISO_8859_1);
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
            // Every number is a decimal or whole; NaN alone is a double.
            if (!part.isValueNode() || part.isNull() || part.isDouble()) return "";
            String text = part.isNumber() ? part.asText().replaceFirst("\\.0+$", "") : part.asText();
            if (text.isBlank()) return "";
            parts.add(text.strip());
        }
        return String.join("-", parts);
    }

    private URI next(JsonNode answer, URI at, List<String> links) throws PollFailed {
        JsonNode named = api.next().isEmpty() ? answer.path("") : at(answer, api.next());
        String next = named.isTextual() && !named.asText().isBlank() ? named.asText() : linked(links);
        return next == null ? null : NextPage.of(at, next.strip());
    }

    static String linked(List<String> links) {
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
