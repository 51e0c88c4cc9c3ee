package dev.flightboard.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;

/** The board as a page keeps it: what the events of a stream, one after the other, have made of it. */
public final class BrowserBoard {

    private final Map<String, JsonNode> flights = new TreeMap<>();

    public void apply(Block block) {
        if (block.data().isEmpty()) return;
        switch (block.event()) {
            case "" -> flights.put(block.json().path("id").asText(), block.json());
            case "removed" -> flights.remove(block.json().path("id").asText());
            case "reset" -> flights.clear();
            default -> {}
        }
    }

    /** By id, in the ids' order. */
    public Map<String, JsonNode> flights() {
        return flights;
    }

    /** The flight's state; null if it is not on the board. */
    public String state(String id) {
        return flights.containsKey(id) ? flights.get(id).path("state").asText() : null;
    }
}
