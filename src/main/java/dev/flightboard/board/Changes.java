package dev.flightboard.board;

import java.util.List;

/**
 * What leads a subscriber from where it stands to the given head: each flight at most once, with its newest state.
 *
 * @param reset true where the subscriber must first forget what it holds; then these are all flights of the board
 * @param upTo the head this leads to
 */
public record Changes(boolean reset, List<Change> all, Head upTo) {}
