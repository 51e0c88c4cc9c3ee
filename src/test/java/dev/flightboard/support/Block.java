package dev.flightboard.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What stands between two blank lines of an event stream.
 *
 * @param text its lines as sent, without the blank line that ends it
 */
public record Block(String text) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Empty for an unnamed event. */
    public String event() {
        return field("event").orElse("");
    }

    /** Empty where the block moves the cursor only. */
    public String data() {
        return field("data").orElse("");
    }

    public Optional<String> id() {
        return field("id");
    }

    /** A field's value; lines of the same name are joined, as a browser does. */
    public Optional<String> field(String name) {
        String values = text.lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).replaceFirst("^ ", ""))
                .collect(Collectors.joining("\n"));
        return text.lines().anyMatch(line -> line.startsWith(name + ":")) ? Optional.of(values) : Optional.empty();
    }

    public boolean is(String event) {
        return !data().isEmpty() && event().equals(event);
    }

    /** Whether it is the state of that flight. */
    public boolean isFlight(String id, String state) {
        return is("")
                && id.equals(json().path("id").asText())
                && state.equals(json().path("state").asText());
    }

    /** Whether it says where the board stands, and moves the cursor on. */
    public boolean isHeartbeat() {
        return (is("live") || is("stale")) && id().isPresent();
    }

    public JsonNode json() {
        try {
            return JSON.readTree(data());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + text, e);
        }
    }
}
